import giData from '../../../data/demo/gi.json' with { type: 'json' };
import { DEMO_MARK, type DemoContext, mention, openDemoXlsx } from '../context.ts';
import { isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Party } from '../population.ts';

const COLUMNS = [
  '地理标志名称',
  '类别',
  '注册号/公告号',
  '注册(认定)日期',
  '注册人/申请人',
  '产地范围',
  '核准使用企业',
  '统一社会信用代码',
  '核准使用日期',
  '停用日期',
  '备注',
];

/** Invented users of a GI: co-operatives and firms of its town and trade. */
function* usersOf(ctx: DemoContext, townCode: string | null, words: string[], wanted: number): Generator<Party> {
  let found = 0;
  for (let index = 0; index < ctx.population.size && found < wanted; index++) {
    const party = ctx.population.party(index);
    const suited = townCode === null || party.townCode === townCode;
    if (!suited || party.endedOn !== undefined || !words.some((word) => party.parts.trade.includes(word))) continue;
    found++;
    yield party;
  }
}

/** The real ones (吴江香青菜, 太湖蟹) carry public facts only; every user in the file is invented. */
export async function writeGeographicalIndications(ctx: DemoContext): Promise<DemoFile> {
  const file = '16-地理标志及用标企业（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('地理标志', ['A1:K1']);
  await sheet.row([`吴江区地理标志及专用标志使用企业（${DEMO_MARK}；用标企业均为虚构）`]);
  await sheet.row(COLUMNS);
  let rows = 0;
  for (const gi of giData.indications) {
    const head = [gi.name, gi.category, gi.number, gi.on, gi.holder, gi.area];
    const users = [...usersOf(ctx, gi.townCode, gi.words, gi.users)];
    if (users.length === 0) {
      rows++;
      await sheet.row([...head, '', '', '', '', gi.remark]);
    }
    for (const party of users) {
      const rng = ctx.population.rng(`gi-${gi.name}`, party.index);
      const name = await mention(
        ctx,
        { party },
        { file, key: `${gi.name}:${party.uscc}`, role: 'subject', position: 0 },
        rng,
      );
      const on = ctx.asOf - rng.between(60, 1500);
      const stopped = rng.chance(0.08) ? isoOf(ctx.asOf - rng.between(5, 50)) : '';
      rows++;
      await sheet.row([...head, name, party.uscc, isoOf(on), stopped, gi.remark]);
    }
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'gi',
    sender: '区市监局商标与地理标志科',
    encoding: 'xlsx',
    rows,
    note: '一行一个用标企业；没有用标企业的地理标志也占一行',
  };
}
