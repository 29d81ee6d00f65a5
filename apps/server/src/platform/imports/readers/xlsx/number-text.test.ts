import { describe, expect, it } from 'vitest';
import { numberFormat } from './number-format.ts';
import { serialText } from './number-text.ts';
import { columnOf } from './sheet-rows.ts';

describe('serialText', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [44259, '2021-03-04'],
    [44259.5, '2021-03-04 12:00:00'],
    [44259.999999999, '2021-03-05'],
    [0.75, '18:00:00'],
    [2958465, '9999-12-31'],
  ])('%d is %s', (serial, text) => {
    expect(serialText(serial, false)).toBe(text);
  });

  it.each([60, -1, 2958466, 20210304])('%d is no date', (serial) => {
    expect(serialText(serial, false)).toBeUndefined();
  });

  it('counts from 1904', () => {
    expect(serialText(0, true)).toBe('1904-01-01');
    expect(serialText(42797, true)).toBe('2021-03-04');
  });
});

describe('numberFormat', () => {
  it.each([
    [14, undefined, 'date'],
    [57, undefined, 'date'],
    [0, undefined, 'general'],
    [10, undefined, 'percent'],
    [180, 'yyyy"年"m"月"d"日"', 'date'],
    [180, '[$-804]e"年"m"月"', 'date'],
    [180, 'General', 'general'],
    [180, '[Red]#,##0.00', 'general'],
    [180, '"days" 0.0', 'general'],
    [180, '0.00%', 'percent'],
    [180, '@', 'general'],
  ])('%d %j is %s', (id, code, format) => {
    expect(numberFormat(id, code)).toBe(format);
  });

  it('keeps the zeros a code is shown with', () => {
    expect(numberFormat(180, '000000')).toEqual({ zeros: 6 });
  });
});

describe('columnOf', () => {
  it.each([
    ['A1', 0],
    ['Z9', 25],
    ['AA10', 26],
    ['XFD1', 16383],
    ['XFE1', -1],
    ['1', -1],
  ])('%s → %d', (reference, column) => {
    expect(columnOf(reference)).toBe(column);
  });
});
