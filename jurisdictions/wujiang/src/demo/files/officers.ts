import { bodies } from '../../organisation.ts';
import { findTown } from '../../places.ts';
import { DEMO_MARK, type DemoContext, openDemoXlsx } from '../context.ts';
import { addYears } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import { nameWords } from '../words.ts';

const COLUMNS = [
  '序号',
  '姓名',
  '单位',
  '内设机构',
  '岗位',
  '所属镇(区)',
  '执法证号',
  '发证日期',
  '有效期至',
  '最近轮训日期',
  '轮训层级',
  '备注',
];
/** People who sign in to the demo and handle its cases, by the names of their accounts; days are counted from the day of the data. */
const HANDLERS = [
  { name: '演示·执法', body: 'WJ-MSB-ENF', post: '知识产权中队执法员', no: '演示E320509001', until: 700 },
  { name: '演示·协办', body: 'WJ-MSB-ENF', post: '知识产权中队执法员', no: '演示E320509002', until: 500 },
  { name: '演示·大队长', body: 'WJ-MSB-ENF', post: '大队长', no: '演示E320509003', until: 900 },
  { name: '演示·盛泽分局执法', body: 'WJ-MSB-B105', post: '知识产权执法员', no: '演示E320509004', until: 600 },
  { name: '示例盛泽协办（演示）', body: 'WJ-MSB-B105', post: '知识产权执法员', no: '演示E320509005', until: 400 },
  { name: '示例到期人员（演示）', body: 'WJ-MSB-ENF', post: '知识产权中队执法员', no: '演示E320509006', until: -6 },
] as const;
const OWN_KINDS = new Set(['bureau', 'section', 'branch', 'zone-committee', 'town-government']);

/** Invented persons on the posts of the organisation; some posts stay empty, some certificates have run out. */
export async function writeOfficers(ctx: DemoContext): Promise<DemoFile> {
  const file = '17-执法和管理人员（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('人员', ['A1:L1']);
  await sheet.row([`知识产权管理和执法人员名册（${DEMO_MARK}，姓名均为虚构）`]);
  await sheet.row(COLUMNS);
  let rows = 0;
  const places = bodies.filter((body) => OWN_KINDS.has(body.kind));
  for (const [at, body] of places.entries()) {
    const rng = ctx.population.rng('officers', at);
    const parent = bodies.find((one) => one.code === body.parent);
    const unit = body.kind === 'section' || body.kind === 'branch' ? (parent?.name ?? body.name) : body.name;
    for (const post of body.posts) {
      for (let seat = 0; seat < post.staffing; seat++) {
        if (rng.chance(0.12)) continue;
        const name = `${rng.pick(nameWords.surnames)}${rng.pick(nameWords.given)}${rng.chance(0.4) ? rng.pick(nameWords.given) : ''}（演示）`;
        const enforcing = body.kind === 'branch' || /执法/.test(post.title);
        const issued = ctx.asOf - rng.between(100, 2000);
        const trained = ctx.asOf - rng.between(20, 1100);
        rows++;
        await sheet.row([
          rows,
          name,
          unit,
          body.name,
          post.title,
          findTown(body.townCode ?? '')?.name ?? '',
          enforcing ? `演示E32${String(at * 100 + rows).padStart(6, '0')}` : '',
          enforcing ? { day: issued } : '',
          enforcing ? { day: addYears(issued, 5) - 1 } : '',
          rng.chance(0.15) ? '' : { day: trained },
          rng.pick(['区级', '市级', '省级']),
          '虚构人员',
        ]);
      }
    }
  }
  for (const { name, body, post, no, until } of HANDLERS) {
    const unit = bodies.find((one) => one.code === body);
    if (unit === undefined) continue;
    rows++;
    const ends = ctx.asOf + until;
    await sheet.row([
      rows,
      name,
      bodies.find((one) => one.code === unit.parent)?.name ?? unit.name,
      unit.name,
      post,
      findTown(unit.townCode ?? '')?.name ?? '',
      no,
      { day: addYears(ends, -5) + 1 },
      { day: ends },
      { day: ctx.asOf - 90 },
      '区级',
      '虚构人员',
    ]);
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'officers',
    sender: '区市监局',
    encoding: 'xlsx',
    rows,
    note: '编制与在岗有差额；部分执法证已到期；部分人员两年未轮训',
  };
}
