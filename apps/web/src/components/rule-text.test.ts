import { describe, expect, it } from 'vitest';
import { placeOf, splitByProblems } from './rule-text.ts';

describe('splitByProblems', () => {
  it('cuts a text at its problems and loses no character', () => {
    const text = 'enterprise.activ && enterprise.kind == 1';
    const parts = splitByProblems(text, [
      { from: 36, to: 38 },
      { from: 11, to: 16 },
    ]);
    expect(parts.filter((part) => part.wrong).map((part) => part.text)).toEqual(['activ', '==']);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('joins what overlaps', () => {
    const parts = splitByProblems('abcdef', [
      { from: 1, to: 4 },
      { from: 2, to: 5 },
    ]);
    expect(parts.map((part) => [part.text, part.wrong])).toEqual([
      ['a', false],
      ['bcd', true],
      ['e', true],
      ['f', false],
    ]);
  });

  it('marks the last character for a problem at or beyond the end', () => {
    expect(splitByProblems('a &&', [{ from: 4, to: 4 }]).at(-1)).toMatchObject({ text: '&', wrong: true });
    expect(splitByProblems('', [{ from: 0, to: 0 }])).toEqual([]);
  });
});

describe('placeOf', () => {
  it('counts lines and characters from one', () => {
    expect(placeOf('a && b', 5)).toEqual({ line: 1, column: 6 });
    expect(placeOf('a &&\n  b', 7)).toEqual({ line: 2, column: 3 });
  });
});
