import { describe, expect, it } from 'vitest';
import { insertAt } from './insert-at.ts';

const put = (text: string, piece: string, start = text.length, end = start) => insertAt(text, piece, start, end).text;

describe('insertAt', () => {
  it('begins a rule, goes on after an operator, and joins a whole condition by and', () => {
    expect(put('', 'a.b')).toBe('a.b');
    expect(put('a.b &&', 'c.d')).toBe('a.b && c.d');
    expect(put('a.b > 1', 'c.d')).toBe('a.b > 1 && c.d');
    expect(put('a.b > 1 ', 'c.d')).toBe('a.b > 1 && c.d');
    expect(put('!(', 'c.d')).toBe('!(c.d');
    expect(put('a.xs.exists(x, ', 'x.y')).toBe('a.xs.exists(x, x.y');
  });

  it('replaces what is selected and puts the cursor behind the piece', () => {
    expect(insertAt('a.b > 1', 'c.d', 0, 3)).toEqual({ text: 'c.d > 1', cursor: 3 });
  });
});
