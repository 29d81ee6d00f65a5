import { DEMO_MARK, type DemoContext, mention, openDemoCsv, openDemoXlsx } from '../context.ts';
import { type Day, isoOf } from '../days.ts';
import { FLAG } from '../holders.ts';
import type { DemoFile } from '../manifest.ts';
import type { Patent } from '../patent.ts';
import type { Rng } from '../random.ts';
import type { Cell, RowWriter } from '../row-writer.ts';

/** What the lists of this file are drawn from: found in one walk through the patents. */
type Chosen = {
  pledged: Patent[];
  cited: Patent[];
  /** The only live patent of a high-tech or above-scale firm, filed lately: it cleared the firm from the list of those without. */
  clearing: Patent[];
  flagged: Patent[];
};

const MOST = { pledged: 24, cited: 5, clearing: 4, flagged: 8 };
const chosen = new WeakMap<DemoContext, Chosen>();

const isLive = (patent: Patent): boolean => patent.life.grantedOn !== undefined && patent.life.end === undefined;
const isNotable = (ctx: DemoContext, party: number): boolean =>
  party < ctx.population.size &&
  ctx.holders.has(party, FLAG.highTech | FLAG.aboveScale) &&
  ctx.holders.has(party, FLAG.liveFirm);

function choose(ctx: DemoContext): Chosen {
  const known = chosen.get(ctx);
  if (known !== undefined) return known;
  const found: Chosen = { pledged: [], cited: [], clearing: [], flagged: [] };
  /** Patents per firm, and the last of them. */
  const held = new Map<number, { patents: number; last: Patent }>();
  for (let index = 0; index < ctx.patents.count; index++) {
    const patent = ctx.patents.patent(index);
    const { life } = patent;
    const holder = patent.holders[0]?.party;
    if (patent.abnormal && found.flagged.length < MOST.flagged) found.flagged.push(patent);
    for (const one of patent.holders)
      if (one.party !== undefined && isNotable(ctx, one.party.index))
        held.set(one.party.index, { patents: (held.get(one.party.index)?.patents ?? 0) + 1, last: patent });
    if (!isLive(patent) || holder === undefined || holder.index >= ctx.population.size) continue;
    const lately =
      patent.pledgedOn !== undefined && patent.pledgedOn > ctx.asOf - 1500 && patent.pledgedOn < ctx.asOf - 5;
    if (lately && found.pledged.length < MOST.pledged) found.pledged.push(patent);
    if (life.kind === 'invention' && patent.citedBy >= (found.cited.at(-1)?.citedBy ?? 0)) {
      found.cited.push(patent);
      found.cited.sort((a, b) => b.citedBy - a.citedBy);
      found.cited.splice(MOST.cited);
    }
  }
  found.clearing = [...held.values()]
    .filter(({ patents, last }) => patents === 1 && isLive(last) && last.life.filedOn > ctx.asOf - 1100)
    .sort((a, b) => b.last.life.filedOn - a.last.life.filedOn)
    .slice(0, MOST.clearing)
    .map(({ last }) => last);
  chosen.set(ctx, found);
  return found;
}

async function holderName(ctx: DemoContext, file: string, patent: Patent, rng: Rng): Promise<string> {
  const holder = patent.holders[0];
  if (holder === undefined) return '';
  return mention(ctx, holder, { file, key: patent.applicationNumber, role: 'holder', position: 0 }, rng);
}

async function writeCsv(ctx: DemoContext, file: string, columns: string[], rows: readonly Cell[][]): Promise<void> {
  const out: RowWriter = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row(columns);
  for (const row of rows) await out.row(row);
  await out.close();
}

export async function writePledges(ctx: DemoContext): Promise<DemoFile> {
  const file = '18-专利质押登记（演示数据）.csv';
  const banks = ctx.population.range('bank');
  const rows: Cell[][] = [];
  let registration = 0;
  for (const patent of choose(ctx).pledged) {
    const rng = ctx.population.rng('pledge', patent.index);
    const on = patent.pledgedOn as Day;
    const released = on + 365 < ctx.asOf && rng.chance(0.7) ? isoOf(on + 365) : '';
    const bank = ctx.population.party(rng.between(banks.from, banks.below - 1)).name;
    registration += 1;
    rows.push([
      `演示Y${isoOf(on).slice(0, 4)}${String(registration).padStart(6, '0')}`,
      await holderName(ctx, file, patent, rng),
      bank,
      patent.applicationNumber,
      patent.title,
      `${rng.pick([200, 300, 500, 800, 1000, 1500, 2000])}万元`,
      isoOf(on),
      released,
    ]);
  }
  await writeCsv(
    ctx,
    file,
    ['质押登记号', '出质人', '质权人', '专利号', '专利名称', '质押金额', '登记日', '解除日'],
    rows,
  );
  return {
    file,
    kind: 'patent-pledges',
    sender: '区市监局知识产权促进科',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '登记号、银行和金额均为虚构；部分已解除',
  };
}

const AWARDS = [
  ['第二十四届中国专利奖', '优秀奖', '第二十四届（2023年）'],
  ['第二十五届中国专利奖', '优秀奖', '第二十五届（2024年）'],
  ['江苏省专利奖', '优秀奖', '2024年'],
  ['国家科学技术进步奖', '二等奖', '2023年'],
  ['苏州市优秀专利奖', '三等奖', '2025年'],
] as const;

export async function writeAwards(ctx: DemoContext): Promise<DemoFile> {
  const file = '19-专利获奖名单（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('获奖专利', ['A1:G1']);
  await sheet.row([`专利获奖名单（${DEMO_MARK}；获奖情况为虚构）`]);
  await sheet.row(['序号', '专利号', '专利名称', '专利权人', '奖项', '等级', '届/年']);
  let rows = 0;
  for (const [at, patent] of choose(ctx).cited.entries()) {
    const [award, grade, session] = AWARDS[at % AWARDS.length] as (typeof AWARDS)[number];
    const rng = ctx.population.rng('award', patent.index);
    rows += 1;
    await sheet.row([
      rows,
      `ZL${patent.applicationNumber}`,
      patent.title,
      await holderName(ctx, file, patent, rng),
      award,
      grade,
      session,
    ]);
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'patent-awards',
    sender: '区科技局',
    encoding: 'xlsx',
    rows,
    note: '国家、省、市奖项各若干，获奖情况为虚构',
  };
}

/** Some of the flagged applications are the only patent that took a firm off the list of those without one. */
export async function writeAbnormalFilings(ctx: DemoContext): Promise<DemoFile> {
  const file = '20-非正常专利申请通报清单（演示数据）.csv';
  const { clearing, flagged } = choose(ctx);
  const rows: Cell[][] = [];
  for (const [at, patent] of [...clearing, ...flagged].entries()) {
    const rng = ctx.population.rng('abnormal', patent.index);
    const withdrawn = at >= clearing.length;
    const applicant = patent.applicants[0];
    const name =
      applicant === undefined
        ? ''
        : await mention(ctx, applicant, { file, key: patent.applicationNumber, role: 'applicant', position: 0 }, rng);
    const on = Math.max(ctx.asOf - 160, patent.life.filedOn + 30);
    rows.push([
      patent.applicationNumber,
      patent.title,
      name,
      patent.agency,
      `${isoOf(on).slice(0, 4)}年演示批次`,
      isoOf(Math.min(on, ctx.asOf - 10)),
      withdrawn ? '已撤回' : '未撤回',
    ]);
  }
  await writeCsv(ctx, file, ['申请号', '发明名称', '申请人', '代理机构', '通报批次', '通报日期', '撤回状态'], rows);
  return {
    file,
    kind: 'abnormal-filings',
    sender: '市市场监管局',
    encoding: 'utf-8-bom',
    rows: rows.length,
    note: '前几件是刚“清零”的企业的唯一一件专利；通报为虚构',
  };
}
