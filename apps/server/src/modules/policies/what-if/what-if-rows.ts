import type { WhatIfLine as Row } from '@jince/contract';
import type { SubjectCase, WhatIfLine } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { answerHistory, type HistoryYear } from './answer-history.ts';
import { type Answer, answerWhatIf, type DayQuestion } from './answer-what-if.ts';
import { bucketOf, nameOf, townOf, usccOf } from './party-marks.ts';

export interface Wanted extends DayQuestion {
  readonly list: 'lines' | 'lowered' | 'winners' | 'losers' | 'unknown';
  readonly item?: string | undefined;
  readonly town?: string | undefined;
  readonly section?: string | undefined;
  readonly size?: string | undefined;
  readonly month?: string | undefined;
  readonly q?: string | undefined;
  readonly history?: { readonly from: number; readonly year: number } | undefined;
}

type RowsAnswer = Pick<Answer, 'subject' | 'district' | 'result' | 'sight' | 'sums'>;

/** A row before it is written out: thousands are counted, fifty are shown. */
export interface PlainRow {
  readonly party: SubjectCase;
  readonly line: WhatIfLine | undefined;
  readonly fen: number;
  readonly neededFen: number;
  readonly beforeFen: number | null;
}

/** Whether a party is in the buckets asked for; `none` stands for an unknown one. */
function partyTest({ town, section, size, q }: Wanted): (party: SubjectCase) => boolean {
  const asked = [['town', town] as const, ['section', section] as const, ['size', size] as const].flatMap(
    ([cut, code]) => (code === undefined ? [] : [{ cut, code: code === 'none' ? '' : code }]),
  );
  return (party) =>
    asked.every(({ cut, code }) => bucketOf(party, cut) === code) &&
    (q === undefined || q === '' || nameOf(party).includes(q) || usccOf(party) === q);
}

function lineTest({ item, month, list }: Wanted, { subject }: RowsAnswer): (line: WhatIfLine) => boolean {
  const { items } = subject.compiled.policy;
  return (line) =>
    (list === 'lowered' ? line.fen < line.neededFen : line.fen > 0) &&
    (item === undefined || items[line.item]?.code === item) &&
    (month === undefined || (line.achievedOn?.slice(0, 7) ?? 'none') === month);
}

function partyRows(wanted: Wanted, { sums = [], result, district }: RowsAnswer): PlainRow[] {
  const { subjects } = district;
  if (wanted.list === 'unknown')
    return result.unknownAt.map((at) => ({
      party: subjects[at] as SubjectCase,
      line: undefined,
      fen: 0,
      neededFen: 0,
      beforeFen: null,
    }));
  const won = wanted.list === 'winners';
  return sums
    .filter(({ beforeFen, afterFen }) => (won ? afterFen > beforeFen : afterFen < beforeFen))
    .map(({ subject, beforeFen, afterFen }) => ({
      party: subjects[subject] as SubjectCase,
      line: undefined,
      fen: afterFen,
      neededFen: afterFen,
      beforeFen,
    }));
}

const ORDERS: Readonly<Record<string, (a: PlainRow, b: PlainRow) => number>> = {
  fen: (a, b) => a.fen - b.fen,
  neededFen: (a, b) => a.neededFen - b.neededFen,
  change: (a, b) => a.fen - (a.beforeFen ?? 0) - (b.fen - (b.beforeFen ?? 0)),
  achievedOn: (a, b) => ((a.line?.achievedOn ?? '') < (b.line?.achievedOn ?? '') ? -1 : 1),
  name: (a, b) => nameOf(a.party).localeCompare(nameOf(b.party), 'zh'),
};

function inOrder(rows: PlainRow[], sort: string | undefined): PlainRow[] {
  const order = ORDERS[sort?.replace(/^-/, '') ?? ''];
  if (order === undefined) return rows;
  return rows.sort(sort?.startsWith('-') === true ? (a, b) => order(b, a) : order);
}

/** The answer a list is of: the day's, or that of one year thought back. */
async function answerFor(ctx: Ctx, wanted: Wanted): Promise<RowsAnswer> {
  if (wanted.history === undefined) return answerWhatIf(ctx, wanted);
  const { from, year } = wanted.history;
  const last = (await answerHistory(ctx, wanted, { from, to: year })).at(-1) as HistoryYear;
  return { ...last, result: { ...last.result, unknownAt: [] }, sums: undefined };
}

/** The rows behind a figure that the actor may see, in the order asked for; by default the largest first. */
export async function findRows(
  ctx: Ctx,
  wanted: Wanted,
  sort?: string,
): Promise<{ readonly rows: readonly PlainRow[]; readonly answer: RowsAnswer }> {
  const answer = await answerFor(ctx, wanted);
  const { subjects } = answer.district;
  const isParty = partyTest(wanted);
  const isLine = lineTest(wanted, answer);
  const byLine = wanted.list === 'lines' || wanted.list === 'lowered';
  const all = byLine
    ? answer.result.lines.filter(isLine).map((line): PlainRow => {
        const { subject, fen, neededFen } = line;
        return { party: subjects[subject] as SubjectCase, line, fen, neededFen, beforeFen: null };
      })
    : partyRows(wanted, answer);
  const rows = all.filter(({ party }) => answer.sight.sees(party) && isParty(party));
  const usual = wanted.list === 'losers' ? 'change' : wanted.list === 'winners' ? '-change' : '-fen';
  return { rows: inOrder(rows, sort ?? usual), answer };
}

export function viewRow(ctx: Ctx, { party, line, fen, neededFen, beforeFen }: PlainRow, { subject }: RowsAnswer): Row {
  return {
    partyId: party.id,
    name: nameOf(party),
    uscc: usccOf(party),
    town: townOf(ctx, party),
    item: line === undefined ? null : (subject.compiled.policy.items[line.item]?.name ?? null),
    key: line?.key ?? null,
    achievedOn: line?.achievedOn ?? null,
    fen,
    neededFen,
    beforeFen,
  };
}
