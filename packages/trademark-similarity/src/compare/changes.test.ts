import { describe, expect, it } from 'vitest';
import { compareMarks } from './compare-marks.ts';

const kinds = (query: string, mark: string) =>
  compareMarks(query, mark).changes.map((change) =>
    'text' in change
      ? `${change.kind} ${change.text} ${change.where}`
      : `${change.kind} ${change.query}/${change.mark}`,
  );

describe('what was done', () => {
  it.each([
    ['锦策', '锦策', []],
    ['锦策', '锦册', ['pair 策/册']],
    ['锦策', '策锦', ['swapped 锦策/策锦']],
    ['锦策', '锦绣江策', ['added 绣江 inside']],
    ['锦绣策', '锦策', ['omitted 绣 inside']],
    ['锦策', '大锦策', ['added 大 first']],
    ['锦策', '锦策花园林', ['added 花园林 last']],
  ])('to %s to get %s', (query, mark, expected) => {
    expect(kinds(query, mark)).toEqual(expected);
  });
});
