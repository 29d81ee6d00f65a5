import { describe, expect, it } from 'vitest';
import { alignMarks, MarkIndex, normaliseMark } from './index.ts';

const units = (text: string) => String.fromCharCode(...normaliseMark(text).units);
const kinds = (query: string, mark: string) =>
  alignMarks(normaliseMark(query).units, normaliseMark(mark).units).edits.map(({ kind }) => kind);
const score = (query: string, mark: string) => alignMarks(normaliseMark(query).units, normaliseMark(mark).units).score;

describe('a mark', () => {
  it.each([
    ['ＡＢＣ　１２', 'abc12'],
    ['絲綢', '丝绸'],
    ['Café', 'cafe'],
    ['аррlе', 'apple'],
    ['吴\u200d江\u202e', '吴江'],
    ['锦·策！', '锦策'],
    ['😀', ''],
    ['\ue000', ''],
    ['', ''],
  ])('%j is compared as %j', (text, compared) => {
    expect(units(text)).toBe(compared);
  });

  it('of three hundred characters is cut, and says so', () => {
    const long = normaliseMark('锦'.repeat(300));
    expect([long.units.length, long.cut]).toEqual([60, true]);
    expect(normaliseMark('锦策').cut).toBe(false);
  });
});

describe('two marks', () => {
  it.each([
    ['锦策', '锦册', ['same', 'sound']],
    ['大锦', '太锦', ['glyph', 'same']],
    ['锦策', '策锦', ['swapped']],
    ['锦策', '锦绣策', ['same', 'added', 'same']],
    ['锦绣策', '锦策', ['same', 'omitted', 'same']],
    ['8马', '八马', ['number', 'same']],
    ['锦策', '锦山', ['same', 'other']],
  ])('%s and %s', (query, mark, expected) => {
    expect(kinds(query, mark)).toEqual(expected);
  });

  it('are alike both ways, wholly only when the same', () => {
    for (const [a, b] of [
      ['锦策', '锦册'],
      ['大锦', '太锦'],
      ['锦策', '锦绣策'],
    ] as const) {
      expect(score(a, b)).toBeCloseTo(score(b, a), 9);
      expect(score(a, b)).toBeLessThan(1);
      expect(score(a, b)).toBeGreaterThan(0.6);
    }
    expect(score('锦策', '锦策')).toBe(1);
    expect(score('锦策', '山水')).toBeLessThan(0.3);
  });
});

describe('an index', () => {
  const names = ['锦策', '锦绣江南', '太湖雪', '大湖雪', '丝绸之路', '恒力', '盛虹'];
  const found = (index: MarkIndex, text: string) => index.search(text, 3).map(({ at }) => at);

  it('finds the mark itself, one that sounds and one that looks like it', () => {
    const index = new MarkIndex(names);
    expect(found(index, '锦策')[0]).toBe(0);
    expect(found(index, '横力')[0]).toBe(5);
    expect(found(index, '太湖雪').slice(0, 2)).toEqual([2, 3]);
    expect(found(index, '雪湖太')).toContain(2);
    expect(found(index, '')).toEqual([]);
    expect(found(index, '鑫')).toEqual([]);
  });

  it('takes marks in and out at any time', () => {
    const index = new MarkIndex(names);
    const at = index.add('锦册');
    expect([at, index.unmerged, index.size]).toEqual([7, 1, 8]);
    expect(found(index, '锦册')[0]).toBe(7);
    index.merge();
    expect([index.unmerged, found(index, '锦册')[0]]).toEqual([0, 7]);
    index.remove(7);
    expect(found(index, '锦册')[0]).toBe(0);
    expect(index.size).toBe(7);
  });
});
