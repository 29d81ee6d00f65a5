import feeData from '../../../data/demo/annuity-fees.json' with { type: 'json' };
import { type DemoContext, mention, openDemoCsv } from '../context.ts';
import { addMonths, type Day, isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Patent } from '../patent.ts';
import { dueOn, type PatentKind, patentYearOn, termYears } from '../patent-life.ts';
import type { Cell, RowWriter } from '../row-writer.ts';

const COLUMNS = [
  '申请号/专利号',
  '专利名称',
  '专利权人',
  '申请日',
  '授权日',
  '应缴年度',
  '应缴年费',
  '滞纳金',
  '费减比例',
  '缴费截止日',
  '缴费状态',
];

/** Full annual fee in yuan: the first step of the table that reaches the patent year. */
export function fullFee(kind: PatentKind, year: number): number {
  const step = feeData[kind].find(([last]) => year <= (last ?? 0)) ?? feeData[kind].at(-1);
  return step?.[1] ?? 0;
}

/** Late fee in yuan: first month free, then 5 % of the full fee per month begun, 25 % at most. */
export function lateFee(kind: PatentKind, year: number, due: Day, day: Day): number {
  let months = 0;
  while (months < 6 && day > addMonths(due, months)) months++;
  return Math.round(fullFee(kind, year) * 0.05 * Math.max(0, months - 1));
}

type Line = { year: number; status: string };

/** The last fee that was paid, the one that is owed, and those due within a year. */
function linesOf(patent: Patent, asOf: Day): Line[] {
  const { life } = patent;
  if (life.grantedOn === undefined || (life.end && life.end.on < asOf - 900)) return [];
  const term = termYears(life.kind, life.filedOn);
  const current = Math.min(term, patentYearOn(life.filedOn, asOf));
  const grantYear = patentYearOn(life.filedOn, life.grantedOn);
  const lines: Line[] = [];
  const lastPaid = life.unpaidYear === undefined ? current : life.unpaidYear - 1;
  if (lastPaid > grantYear) lines.push({ year: lastPaid, status: '已缴' });
  if (life.unpaidYear !== undefined)
    lines.push({ year: life.unpaidYear, status: life.end ? '未缴（已终止）' : '未缴' });
  else if (life.end === undefined && current < term) lines.push({ year: current + 1, status: '未缴' });
  return lines;
}

function row(patent: Patent, line: Line, holder: string, reduction: number, asOf: Day, number: string): Cell[] {
  const { kind, filedOn, grantedOn } = patent.life;
  const due = dueOn(filedOn, line.year);
  const reduced = line.year < patentYearOn(filedOn, grantedOn ?? filedOn) + 10 ? reduction : 0;
  const owed = line.status === '未缴' && due < asOf ? lateFee(kind, line.year, due, asOf) : 0;
  const fee = Math.round(fullFee(kind, line.year) * (100 - reduced)) / 100;
  const rate = reduced === 0 ? '0' : `${reduced}%`;
  return [
    number,
    patent.title,
    holder,
    isoOf(filedOn),
    isoOf(grantedOn ?? 0),
    line.year,
    fee,
    owed,
    rate,
    isoOf(due),
    line.status,
  ];
}

async function writeRows(ctx: DemoContext, file: string, out: RowWriter): Promise<number> {
  let rows = 0;
  for (let i = 0; i < ctx.patents.count; i++) {
    const patent = ctx.patents.patent(ctx.patents.at(i));
    const lines = linesOf(patent, ctx.asOf);
    if (lines.length === 0) continue;
    const rng = ctx.population.rng('annuity', patent.index);
    const holder = patent.holders[0];
    if (!holder || rng.chance(0.03)) continue;
    const name = await mention(ctx, holder, { file, key: patent.applicationNumber, role: 'holder', position: 0 }, rng);
    const small = holder.party === undefined || holder.party.capital < 500;
    const reduction = small && rng.chance(0.7) ? (patent.applicants.length > 1 ? 70 : 85) : 0;
    const shapes = [
      patent.applicationNumber,
      `ZL${patent.applicationNumber}`,
      patent.applicationNumber.replace('.', ''),
    ];
    const number = rng.pick(shapes);
    for (const line of lines) {
      rows++;
      const waiting = out.row(row(patent, line, name, reduction, ctx.asOf, number));
      if (waiting) await waiting;
    }
  }
  return rows;
}

export async function writeAnnuities(ctx: DemoContext): Promise<DemoFile> {
  const file = '14-专利年费缴纳情况（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'gbk');
  await out.row(COLUMNS);
  const rows = await writeRows(ctx, file, out);
  await out.close();
  return {
    file,
    kind: 'annuities',
    sender: '区市监局知识产权促进科',
    encoding: 'gbk',
    rows,
    note: `每件一至两行：已缴的最近一年、应缴的下一年；滞纳金算到 ${isoOf(ctx.asOf)}`,
  };
}
