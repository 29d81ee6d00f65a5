import type { StatisticsColumn } from '@jince/contract';
import { articleOfBehaviour, behaviours, statisticsForm } from '@jince/law';

/** What the form reads of a case; amounts in fen. */
export interface CountedCase {
  readonly caseId: string;
  readonly number: string;
  readonly behaviourRow: number | null;
  readonly track: 'general' | 'summary';
  readonly decisionKind: string | null;
  readonly mediated: boolean;
  readonly electronic: boolean;
  readonly foreign: boolean;
  readonly businessAmountFen: number;
  readonly fineFen: number;
  readonly confiscatedFen: number;
  readonly recoveredFen: number;
  readonly recoveredForeignFen: number;
  readonly transferred: boolean;
}

export type Values = Record<StatisticsColumn, number>;

export const SUM_ROW = 1;

const flag = (yes: boolean): number => (yes ? 1 : 0);

/** What one case adds to each column. */
export function valuesOf(one: CountedCase): Values {
  return {
    cases: 1,
    general: flag(one.track === 'general'),
    mediated: flag(one.mediated),
    large: flag(one.businessAmountFen >= statisticsForm.largeCaseFen),
    electronic: flag(one.electronic),
    foreign: flag(one.foreign),
    business: one.businessAmountFen,
    fine: one.fineFen,
    confiscated: one.confiscatedFen,
    recovered: one.recoveredFen,
    recoveredForeign: one.recoveredForeignFen,
    transferred: flag(one.transferred),
  };
}

const nothing = (): Values => ({
  cases: 0,
  general: 0,
  mediated: 0,
  large: 0,
  electronic: 0,
  foreign: 0,
  business: 0,
  fine: 0,
  confiscated: 0,
  recovered: 0,
  recoveredForeign: 0,
  transferred: 0,
});

const KEYS = Object.keys(nothing()) as StatisticsColumn[];

export function addValues(a: Values, b: Values): Values {
  const sum = { ...a };
  for (const key of KEYS) sum[key] += b[key];
  return sum;
}

const rows = new Set(behaviours.map((one) => one.row));
/** Cases by the day they were filed or closed may still be undecided: they count as what they are, a case. */
const isCounted = (one: CountedCase): boolean =>
  one.decisionKind === null || statisticsForm.counted.includes(one.decisionKind);

/** Whether a case is in the form: decided in a way that counts, with a behaviour the form knows. */
export const isInForm = <T extends CountedCase>(one: T): one is T & { behaviourRow: number } =>
  isCounted(one) && one.behaviourRow !== null && rows.has(one.behaviourRow);

export interface FormRow {
  readonly row: number;
  readonly values: Values;
}

export interface CountedForm {
  /** Row 1 is the sum of rows 2–43. */
  readonly rows: readonly FormRow[];
  /** The sum row equals what the cases add by themselves, column by column. */
  readonly equal: boolean;
  readonly cases: number;
}

/** Counts the form. The sum row is the sum of the rows; that it equals the cases is proven, not assumed. */
export function countForm(cases: readonly CountedCase[]): CountedForm {
  const inForm = cases.filter(isInForm);
  const byRow = new Map<number, Values>(behaviours.map((one) => [one.row, nothing()]));
  let all = nothing();
  for (const one of inForm) {
    const values = valuesOf(one);
    byRow.set(one.behaviourRow, addValues(byRow.get(one.behaviourRow) ?? nothing(), values));
    all = addValues(all, values);
  }
  const counted = [...byRow].map(([row, values]) => ({ row, values })).toSorted((a, b) => a.row - b.row);
  const sum = counted.reduce((total, { values }) => addValues(total, values), nothing());
  return {
    rows: [{ row: SUM_ROW, values: sum }, ...counted],
    equal: KEYS.every((key) => sum[key] === all[key]),
    cases: inForm.length,
  };
}

/** Articles a row stands for on the days of a period, the earlier first. */
export function articlesOf(row: number, from: string, to: string): string[] {
  const behaviour = behaviours.find((one) => one.row === row);
  if (behaviour === undefined) return [];
  const within = behaviour.articles.filter((one) => one.from <= to && (one.to === null || one.to >= from));
  const found = within.map((one) => articleOfBehaviour(behaviour, one.from > from ? one.from : from));
  return [...new Set(found.filter((one) => one !== undefined))];
}

/** What is odd about a case of the period; `left`: it is not in the form because of it. */
export interface Finding {
  readonly problem:
    | 'no-behaviour'
    | 'not-counted'
    | 'fine-without-penalty'
    | 'fine-without-amount'
    | 'foreign-loss'
    | 'foreign-more'
    | 'transfer-without-amount'
    | 'penalty-of-nothing';
  readonly left: boolean;
}

const TESTS: readonly {
  readonly problem: Finding['problem'];
  readonly left: boolean;
  readonly is: (one: CountedCase) => boolean;
}[] = [
  { problem: 'no-behaviour', left: true, is: (one) => one.behaviourRow === null || !rows.has(one.behaviourRow) },
  { problem: 'not-counted', left: true, is: (one) => !isCounted(one) },
  {
    problem: 'fine-without-penalty',
    left: false,
    is: (one) => one.decisionKind !== 'penalty' && one.fineFen + one.confiscatedFen > 0,
  },
  { problem: 'fine-without-amount', left: false, is: (one) => one.fineFen > 0 && one.businessAmountFen === 0 },
  { problem: 'foreign-loss', left: false, is: (one) => !one.foreign && one.recoveredForeignFen > 0 },
  { problem: 'foreign-more', left: false, is: (one) => one.recoveredForeignFen > one.recoveredFen },
  { problem: 'transfer-without-amount', left: false, is: (one) => one.transferred && one.businessAmountFen === 0 },
  {
    problem: 'penalty-of-nothing',
    left: false,
    is: (one) =>
      one.decisionKind === 'penalty' && one.fineFen === 0 && one.confiscatedFen === 0 && one.track === 'general',
  },
];

export const findingsOf = (one: CountedCase): readonly Finding[] =>
  TESTS.filter((test) => test.is(one)).map(({ problem, left }) => ({ problem, left }));
