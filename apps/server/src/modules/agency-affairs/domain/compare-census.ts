import type { AffairValue, CensusAnswer } from '@jince/contract';
import type { CensusPoint } from '@jince/wujiang';
import { cleanText, sameValue, type Values } from './values.ts';

interface CensusFindings {
  /** Every difference in a sentence. */
  readonly differences: readonly string[];
  /** What was found of fields of the register, for a change. */
  readonly values: Values;
}

const RESULTS = {
  found: null,
  moved: '已不在登记地址',
  'not-found': '登记地址查无此机构',
  closed: '已停业',
} as const;

/** What a check on the spot says beside the register. */
export function compareCensus(
  points: readonly CensusPoint[],
  check: { readonly result: keyof typeof RESULTS; readonly answers: readonly CensusAnswer[] },
  registered: Values,
): CensusFindings {
  const result = RESULTS[check.result];
  const values: Record<string, AffairValue> = {};
  const differences: string[] = result === null ? [] : [result];
  for (const point of points) {
    const answer = check.answers.find((one) => one.code === point.code);
    if (answer === undefined || answer.ok !== false) continue;
    const found = answer.value === null ? '' : cleanText(answer.value);
    if (point.field === null) {
      differences.push(`${point.label}：不符合${found === '' ? '' : `（${found}）`}`);
      continue;
    }
    const known = registered[point.field] ?? null;
    if (found === '' || sameValue(found, known)) continue;
    values[point.field] = found;
    differences.push(`${point.label}：登记为“${known ?? '无'}”，现场为“${found}”`);
  }
  return { differences, values };
}
