import { describe, expect, it } from 'vitest';
import { cutAt } from './highlight.ts';

describe('a text cut at what matches', () => {
  it('keeps every character in order, whatever the stretches are', () => {
    const text = '一种水洗机，包括机架';
    const stretches = [
      { start: 4, end: 7 },
      { start: 2, end: 5 },
      { start: -3, end: 1 },
      { start: 8, end: 99 },
      { start: 6, end: 6 },
    ];
    const pieces = cutAt(text, stretches);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces).toEqual([
      { text: '一', matched: true },
      { text: '种', matched: false },
      { text: '水洗机，包', matched: true },
      { text: '括', matched: false },
      { text: '机架', matched: true },
    ]);
  });

  it('leaves a text alone that has nothing in common', () => {
    expect(cutAt('一种机架', [])).toEqual([{ text: '一种机架', matched: false }]);
    expect(cutAt('', [{ start: 0, end: 4 }])).toEqual([]);
  });
});
