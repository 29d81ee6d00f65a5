import { describe, expect, it } from 'vitest';
import { parseLocarno } from './locarno.ts';
import { parseMadridNumber } from './madrid-number.ts';
import { parseNiceClass, parseNiceClasses } from './nice-class.ts';
import { parseTrademarkNumber, trademarkKey } from './trademark-number.ts';

describe('trademark number', () => {
  it.each([
    ['12345678', '12345678', 'national'],
    ['第1234567号', '1234567', 'national'],
    ['12345678a', '12345678A', 'national'],
    ['00123456', '123456', 'national'],
    ['Ｇ1234567', 'G1234567', 'madrid-extension'],
    ['G812345B', 'G812345B', 'madrid-extension'],
  ])('%s → %s (%s)', (input, value, route) => {
    expect(parseTrademarkNumber(input)).toMatchObject({ ok: true, value, route });
  });
  it('names the international registration behind a G number', () => {
    expect(parseTrademarkNumber('G1234567A')).toMatchObject({ madridNumber: '1234567A', suffix: 'A' });
  });
  it.each([
    ['123456789', 'length', undefined],
    ['G12345', 'length', undefined],
    ['T200012', 'format', undefined],
    ['1234567O', 'national', undefined],
    ['12O4567', 'format', '1204567'],
    ['1.23457E+7', 'spreadsheet-number', undefined],
    ['', 'empty', undefined],
  ])('%s: %s', (input, problem, suggestion) => {
    const result = parseTrademarkNumber(input);
    if (problem === 'national') return expect(result).toMatchObject({ ok: true, suffix: 'O' });
    expect(result).toMatchObject({ ok: false, problem });
    expect(result.suggestion).toBe(suggestion);
  });
  it('keys by number and class', () => expect(trademarkKey('12345678', 25)).toBe('12345678:25'));
});

describe('Madrid number', () => {
  it.each([
    ['1234567', '1234567'],
    ['IR No. 1 234 567', '1234567'],
    ['G812345', '812345'],
    ['2R154321A', '154321A'],
    ['R 154.321', '154321'],
  ])('%s → %s', (input, value) => expect(parseMadridNumber(input)).toMatchObject({ ok: true, value }));
  it.each([
    ['12345', 'length'],
    ['12345678', 'length'],
    ['X1234567', 'format'],
    ['', 'empty'],
  ])('refuses %s: %s', (input, problem) => expect(parseMadridNumber(input)).toMatchObject({ ok: false, problem }));
});

describe('Nice class', () => {
  it.each([
    ['9', 9, 'goods'],
    ['第9类', 9, 'goods'],
    ['０９', 9, 'goods'],
    ['Class 35', 35, 'services'],
    ['国际分类：45', 45, 'services'],
    [25, 25, 'goods'],
    ['9.0', 9, 'goods'],
  ])('%s → %i', (input, number, sort) => {
    expect(parseNiceClass(input)).toMatchObject({ ok: true, value: String(number), number, sort });
  });
  it.each([
    ['0', 'range'],
    ['46', 'range'],
    ['109', 'range'],
    ['九', 'format'],
    ['', 'empty'],
  ])('refuses %s: %s', (input, problem) => expect(parseNiceClass(input)).toMatchObject({ ok: false, problem }));
  it('reads lists and ranges and says what it refused', () => {
    expect(parseNiceClasses('第25类、9；35，9 22-24')).toEqual({ classes: [9, 22, 23, 24, 25, 35], refused: [] });
    expect(parseNiceClasses('9,99,9-5')).toEqual({ classes: [9], refused: ['99', '9-5'] });
  });
});

describe('Locarno', () => {
  it.each([
    ['14-02', '14-02', undefined],
    ['14-02(13)', '14-02', 13],
    ['LOC(13) Cl. 14-02', '14-02', 13],
    ['1402', '14-02', undefined],
    ['5.05', '05-05', undefined],
  ])('%s → %s', (input, value, edition) => expect(parseLocarno(input)).toMatchObject({ ok: true, value, edition }));
  it.each([
    ['33-01', 'range'],
    ['00-01', 'range'],
    ['G06F', 'format'],
    ['', 'empty'],
  ])('refuses %s: %s', (input, problem) => expect(parseLocarno(input)).toMatchObject({ ok: false, problem }));
});
