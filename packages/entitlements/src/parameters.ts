import type { CompiledPolicy } from './compile-policy.ts';
import { type Policy, type PolicyItem, policySchema } from './policy.ts';

/** A number, day or choice of a policy that may be moved without touching its rules. */
export interface Parameter {
  /** Item code, or null for the policy as a whole. */
  readonly item: string | null;
  /** `amount.ratePpm`, `amount.tiers.1.fen`, `capFen`, `budgetFen`, `achieved.from`. */
  readonly path: string;
  /** fen: money · ppm: parts per million · count: whole number from 1 · bound: of a tier, moves the end of the tier before · day · choice. */
  readonly kind: 'fen' | 'ppm' | 'count' | 'bound' | 'day' | 'choice';
  /** Null: there is none, such as no cap. */
  readonly value: number | string | null;
  readonly nullable: boolean;
  /** What a choice is among. */
  readonly options?: readonly string[];
}

export interface ParameterChange {
  readonly item: string | null;
  readonly path: string;
  readonly value: number | string | null;
}

/** Why a change cannot be made, with its place. */
export interface ChangeProblem {
  /** Position in the list of changes. */
  readonly change: number;
  readonly code: 'unknown-item' | 'unknown-parameter' | 'not-null' | 'wrong-kind' | 'out-of-range' | 'not-a-choice';
  readonly item: string | null;
  readonly path: string;
}

export type ChangedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

const MOST_FEN = 1e13;
const MOST_PPM = 10_000_000;
const OVER_BUDGET = ['queue', 'pro-rata'] as const;
const STACKING = ['highest', 'difference', 'stackable'] as const;

type Draft = Omit<Parameter, 'item'>;
const money = (path: string, value: number | null, nullable: boolean): Draft => ({
  path,
  kind: 'fen',
  value,
  nullable,
});

function amountParameters({ amount }: PolicyItem): Draft[] {
  switch (amount.type) {
    case 'fixed':
      return [money('amount.fen', amount.fen, false)];
    case 'per-unit':
      return [
        money('amount.unitFen', amount.unitFen, false),
        { path: 'amount.maxUnits', kind: 'count', value: amount.maxUnits, nullable: true },
      ];
    case 'tiered':
      return amount.tiers.flatMap((tier, at): Draft[] => [
        ...(at === 0
          ? []
          : [{ path: `amount.tiers.${at}.from`, kind: 'bound' as const, value: tier.from, nullable: false }]),
        money(`amount.tiers.${at}.fen`, tier.fen, false),
      ]);
    default:
      return [{ path: 'amount.ratePpm', kind: 'ppm', value: amount.ratePpm, nullable: false }];
  }
}

function itemParameters(item: PolicyItem): Draft[] {
  return [
    ...amountParameters(item),
    money('capFen', item.capFen, true),
    money('subjectYearCapFen', item.subjectYearCapFen, true),
    money('budgetFen', item.budgetFen, true),
    { path: 'stacking.rule', kind: 'choice', value: item.stacking.rule, nullable: false, options: STACKING },
    // An achievement without a day is not held against the window: moving it would do nothing.
    ...(item.achievement.dateFact === null
      ? []
      : (['from', 'to'] as const).map(
          (end): Draft => ({ path: `achieved.${end}`, kind: 'day', value: item.achieved[end], nullable: false }),
        )),
  ];
}

/** Everything of a policy that may be moved: of the whole first, then item by item; legacy items have nothing to move. */
export function listParameters(policy: Policy): Parameter[] {
  const whole: Draft[] = [
    money('budgetFen', policy.budgetFen, true),
    { path: 'overBudget', kind: 'choice', value: policy.overBudget, nullable: false, options: OVER_BUDGET },
    money('subjectYearCapFen', policy.subjectYearCapFen, true),
  ];
  return [
    ...whole.map((one) => ({ ...one, item: null })),
    ...policy.items
      .filter((item) => !item.legacy)
      .flatMap((item) => itemParameters(item).map((one) => ({ ...one, item: item.code }))),
  ];
}

const isDay = (value: string) => {
  const at = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

const isWhole = (value: number, from: number, to: number) => Number.isInteger(value) && value >= from && value <= to;

/** What is wrong with a value for a parameter, by itself. */
function refuse(
  { kind, nullable, options }: Parameter,
  value: ParameterChange['value'],
): ChangeProblem['code'] | undefined {
  if (value === null) return nullable ? undefined : 'not-null';
  if (kind === 'choice') return options?.includes(String(value)) ? undefined : 'not-a-choice';
  if (kind === 'day') return typeof value !== 'string' ? 'wrong-kind' : isDay(value) ? undefined : 'out-of-range';
  if (typeof value !== 'number') return 'wrong-kind';
  if (kind === 'bound') return Number.isFinite(value) ? undefined : 'out-of-range';
  const most = kind === 'ppm' ? MOST_PPM : MOST_FEN;
  return isWhole(value, kind === 'count' ? 1 : 0, most) ? undefined : 'out-of-range';
}

type Loose = { [key: string]: unknown };

function put(target: Loose, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() as string;
  let place = target;
  for (const step of steps) place = place[step] as Loose;
  place[last] = value;
}

/** Tiers stay joined: the lower bound of one is the upper bound of the one before. */
function putBound(item: Loose, path: string, value: number): boolean {
  const at = Number(path.split('.')[2]);
  const { tiers } = item.amount as { tiers: { from: number; to: number | null }[] };
  const [before, own] = [tiers[at - 1], tiers[at]];
  if (before === undefined || own === undefined) return false;
  if (value <= before.from || (own.to !== null && value >= own.to)) return false;
  before.to = value;
  own.from = value;
  return true;
}

/** Applies one change to the copy; what is wrong with it, or nothing. */
function apply(
  copy: Loose,
  parameters: readonly Parameter[],
  change: ParameterChange,
): ChangeProblem['code'] | undefined {
  const items = copy.items as (Loose & { code: string })[];
  const target = change.item === null ? copy : items.find((item) => item.code === change.item);
  if (target === undefined) return 'unknown-item';
  const parameter = parameters.find((one) => one.item === change.item && one.path === change.path);
  if (parameter === undefined) return 'unknown-parameter';
  const refused = refuse(parameter, change.value);
  if (refused !== undefined) return refused;
  if (parameter.kind === 'bound')
    return putBound(target, change.path, change.value as number) ? undefined : 'out-of-range';
  put(target, change.path, change.value);
  return undefined;
}

/**
 * The policy with some of its parameters moved; the policy itself is left as it was. Only what {@link listParameters} names can be
 * moved; all problems come back together, each with its place.
 */
export function changeParameters(policy: Policy, changes: readonly ParameterChange[]): ChangedPolicy {
  const parameters = listParameters(policy);
  const copy = structuredClone(policy) as unknown as Loose;
  const problems = changes.flatMap((change, at): ChangeProblem[] => {
    const code = apply(copy, parameters, change);
    return code === undefined ? [] : [{ change: at, code, item: change.item, path: change.path }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: policySchema.parse(copy) };
}

/** The rules of a compiled policy under other numbers and days: nothing is parsed again. Texts of rules must be the same. */
export function withNumbers(compiled: CompiledPolicy, policy: Policy): CompiledPolicy {
  const items = compiled.items.map((one) => ({ ...one, item: policy.items[one.index] as PolicyItem }));
  return { ...compiled, policy, items };
}
