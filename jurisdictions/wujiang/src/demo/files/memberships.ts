import { DEMO_MARK, type DemoContext, mention, noteFault, openDemoXlsx, partiesWith } from '../context.ts';
import { addYears, isoOf, yearOf } from '../days.ts';
import { FLAG } from '../holders.ts';
import type { DemoFile } from '../manifest.ts';
import type { Party } from '../population.ts';
import type { Rng } from '../random.ts';
import type { Cell } from '../row-writer.ts';
import { listedUscc, placeOf } from './enterprise-lists.ts';

type ListPage = {
  name: string;
  columns: string[];
  /** Who can be listed at all; one of these flags. */
  flags: number;
  share(party: Party): number;
  rest(party: Party, rng: Rng, ctx: DemoContext): Cell[];
};

const HEAD = ['序号', '企业名称', '统一社会信用代码'];
const MARKETS = ['美国', '欧盟', '日本', '韩国', '越南', '印度', '英国', '德国', '巴西', '阿联酋'];

const PAGES: ListPage[] = [
  {
    name: '优势示范',
    flags: FLAG.highTech,
    columns: ['级别', '认定日期', '有效期至', '所属镇(区)'],
    share: (party) => (party.highTech && party.aboveScale ? 0.28 : party.highTech ? 0.05 : 0),
    rest: (party, rng, ctx) => {
      const levels = ['国家示范', '国家优势', '省示范', '市强企（引领）', '市强企（成长）'];
      const level = levels[rng.weighted([4, 14, 12, 25, 45])];
      const on = ctx.asOf - rng.between(60, 1400);
      return [level, isoOf(on), isoOf(addYears(on, 3) - 1), placeOf(party.townCode, rng)];
    },
  },
  {
    name: '专精特新',
    flags: FLAG.highTech,
    columns: ['级别', '认定年度', '有效期至', '所属镇(区)'],
    share: (party) => (party.highTech && party.aboveScale ? 0.4 : party.highTech ? 0.12 : 0),
    rest: (party, rng, ctx) => {
      const level = rng.pick(['国家专精特新小巨人', '省专精特新中小企业', '省专精特新中小企业', '创新型中小企业']);
      const on = ctx.asOf - rng.between(60, 1100);
      return [level, yearOf(on), isoOf(addYears(on, 3) - 1), placeOf(party.townCode, rng)];
    },
  },
  {
    name: '上市',
    flags: FLAG.highTech,
    columns: ['证券简称', '证券代码', '上市板块', '上市日期'],
    share: (party) => (party.highTech && party.parts.form === '股份有限公司' ? 0.6 : 0),
    rest: (party, rng, ctx) => [
      `${party.parts.brand}（演示）`,
      `演示${String(party.index % 10_000).padStart(4, '0')}`,
      rng.pick(['主板', '创业板', '科创板', '北交所', '新三板']),
      isoOf(ctx.asOf - rng.between(100, 4000)),
    ],
  },
  {
    name: '出口',
    flags: FLAG.exporter,
    columns: ['进出口企业代码', '2025年出口额(万美元)', '主要市场', '所属镇(区)'],
    share: (party) => (party.exporter ? 0.85 : 0),
    rest: (party, rng) => {
      const markets = Array.from({ length: rng.between(1, 4) }, () => rng.pick(MARKETS));
      const dollars = Math.round(party.capital * rng.next() * 4) / 10;
      return [`32${party.uscc.slice(8, 16)}`, dollars, [...new Set(markets)].join('、'), placeOf(party.townCode, rng)];
    },
  },
];

export async function writeMemberships(ctx: DemoContext): Promise<DemoFile> {
  const file = '13-优势示范专精特新上市出口名单（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  let rows = 0;
  for (const page of PAGES) {
    const sheet = await book.sheet(page.name, ['A1:G1']);
    await sheet.row([`吴江区${page.name}企业名单（${DEMO_MARK}）`]);
    await sheet.row([...HEAD, ...page.columns]);
    let number = 0;
    for (const party of partiesWith(ctx, page.flags)) {
      const rng = ctx.population.rng(`list-${page.name}`, party.index);
      if (!rng.chance(page.share(party))) continue;
      const name = await mention(
        ctx,
        { party },
        { file, key: `${page.name}:${party.uscc}`, role: 'subject', position: 0 },
        rng,
      );
      const code = await listedUscc(ctx, file, party, rng);
      const waiting = sheet.row([++number, name, code, ...page.rest(party, rng, ctx)]);
      if (waiting) await waiting;
    }
    for (let extra = 0; extra < Math.ceil(ctx.scale * 2); extra++) {
      const outsider = ctx.population.party(ctx.population.size + extra);
      const rng = ctx.population.rng(`list-${page.name}`, outsider.index);
      const key = `${page.name}:${outsider.uscc}`;
      const name = await mention(ctx, { party: outsider }, { file, key, role: 'subject', position: 0 }, rng);
      await noteFault(ctx, file, key, 'not-in-register');
      await sheet.row([++number, name, '', ...page.rest(outsider, rng, ctx)]);
    }
    rows += number;
    await sheet.close();
  }
  await book.close();
  return {
    file,
    kind: 'memberships',
    sender: '区工信局',
    encoding: 'xlsx',
    rows,
    note: '四页：优势示范、专精特新、上市、出口；末尾几家不在登记表内',
  };
}
