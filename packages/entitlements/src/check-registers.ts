import type { FactRow } from '@jince/rules';
import { evenNumber } from './achievement-key.ts';
import type { RegisterCheck } from './policy.ts';
import type { Words } from './steps.ts';

export interface CompiledCheck {
  readonly check: RegisterCheck;
  /** 1 true, 0 false, -1 unknown of an item of the collection. */
  readonly test: (row: FactRow, asOf: string) => 1 | 0 | -1;
}

const numbersOf = (stated: unknown): string[] =>
  typeof stated === 'string' ? stated.split(/[\s,，;；、]+/).filter((part) => part !== '') : [];

/** Outcome for one stated number: not among the party's own, or the rule's. */
function outcomeOf(
  { check, test }: CompiledCheck,
  items: readonly FactRow[],
  number: string,
  asOf: string,
): 1 | 0 | -1 {
  const own = items.find((item) => evenNumber(String(item[check.keyFact] ?? '')) === evenNumber(number));
  return own === undefined ? 0 : test(own, asOf);
}

/**
 * What an applicant states, with the outcome of each check beside it: true, false, or null where nothing is stated or the
 * registers do not say.
 */
export function withChecks(
  checks: readonly CompiledCheck[],
  subject: FactRow,
  claims: readonly FactRow[],
  asOf: string,
): readonly FactRow[] {
  if (checks.length === 0) return claims;
  return claims.map((row) => {
    const outcomes = checks.map((one): [string, boolean | null] => {
      const items = subject[one.check.collection];
      const numbers = numbersOf(row[one.check.of]);
      if (!Array.isArray(items) || numbers.length === 0) return [one.check.path, null];
      const each = numbers.map((number) => outcomeOf(one, items as readonly FactRow[], number, asOf));
      return [one.check.path, each.includes(0) ? false : each.includes(-1) ? null : true];
    });
    return { ...row, ...Object.fromEntries(outcomes) };
  });
}

/** The checks a stated row fails, each with the numbers that fail it, as a sentence. */
export function failedChecks(checks: readonly CompiledCheck[], subject: FactRow, row: FactRow, asOf: string): Words[] {
  return checks.flatMap((one): Words[] => {
    const items = subject[one.check.collection];
    if (!Array.isArray(items)) return [];
    const failing = numbersOf(row[one.check.of]).filter(
      (number) => outcomeOf(one, items as readonly FactRow[], number, asOf) === 0,
    );
    if (failing.length === 0) return [];
    const { label } = one.check;
    return [
      {
        zh: `登记数据核对不符：${label}（${failing.join('、')}）`,
        en: `The registers do not confirm “${label}” (${failing.join(', ')})`,
      },
    ];
  });
}
