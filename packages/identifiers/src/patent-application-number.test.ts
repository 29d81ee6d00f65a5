import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computePatentApplicationCheck,
  formatPatentApplicationNumber,
  formatPatentNumber,
  parsePatentApplicationNumber,
} from './patent-application-number.ts';

describe('parsePatentApplicationNumber', () => {
  it.each([
    ['201710601862.3', 'invention', false, 2017],
    ['95115608.X', 'invention', false, 1995],
    ['97101765.4', 'invention', false, 1997],
    ['202110123456.7', 'invention', false, 2021],
    ['202120123456.2', 'utility', false, 2021],
    ['202130123456.8', 'design', false, 2021],
    ['202180012345.7', 'invention', true, 2021],
    ['202190012345.2', 'utility', true, 2021],
    ['202310000001.5', 'invention', false, 2023],
  ])('accepts %s', (number, type, pct, year) => {
    const result = parsePatentApplicationNumber(number);
    expect(result).toMatchObject({ ok: true, value: number.replace('.', ''), type, pct, year });
    expect(formatPatentApplicationNumber(result.value)).toBe(number);
  });

  it.each([
    'ZL202110123456.7',
    'CN202110123456.7',
    'zl 2021 1 0123456.7',
    'ＺＬ２０２１１０１２３４５６．７',
    '202110123456。7',
    '2021101234567',
    '申请号：202110123456.7',
    'CN202110123456.7 A',
  ])('reads the spelling %s', (input) => {
    expect(parsePatentApplicationNumber(input)).toMatchObject({ ok: true, value: '2021101234567' });
  });

  it.each([
    ['202110123456', 'missing-check-digit', '2021101234567'],
    ['CN 202110123456 A', 'missing-check-digit', '2021101234567'],
    ['95115608', 'missing-check-digit', '95115608X'],
    ['202110123456.8', 'check-digit', '2021101234567'],
    ['2O2110123456.7', 'alphabet', '2021101234567'],
    ['202140123456.7', 'type-digit', undefined],
    ['199910123456.7', 'year', undefined],
    ['55115608.X', 'year', undefined],
    ['2021101234', 'length', undefined],
    ['US2016578323F', 'foreign', undefined],
    ['CN 2014071250 W', 'foreign', undefined],
    ['2.02110123456E+11', 'spreadsheet-number', undefined],
    [' ', 'empty', undefined],
    ['专利', 'alphabet', undefined],
  ])('refuses %s: %s, suggests %s', (input, problem, suggestion) => {
    const result = parsePatentApplicationNumber(input);
    expect(result).toMatchObject({ ok: false, problem });
    expect(result.suggestion).toBe(suggestion);
  });

  it('bounds the year by the caller’s clock', () => {
    expect(parsePatentApplicationNumber('202110123456.7', { latestYear: 2020 })).toMatchObject({
      ok: false,
      problem: 'year',
    });
  });
  it('prints the patent number', () => expect(formatPatentNumber('95115608X')).toBe('ZL95115608.X'));

  it('round-trips every well-formed number and catches every other check digit', () => {
    const digits = fc.tuple(fc.integer({ min: 2003, max: 2026 }), fc.constantFrom(1, 2, 3, 8, 9), fc.nat(9_999_999));
    fc.assert(
      fc.property(digits, fc.constantFrom(...'0123456789X'), ([year, type, serial], other) => {
        const body = `${year}${type}${String(serial).padStart(7, '0')}`;
        const check = computePatentApplicationCheck(body);
        expect(parsePatentApplicationNumber(`ZL${body}.${check}`)).toMatchObject({ ok: true, value: body + check });
        if (other !== check)
          expect(parsePatentApplicationNumber(body + other)).toMatchObject({ problem: 'check-digit' });
      }),
    );
  });
});
