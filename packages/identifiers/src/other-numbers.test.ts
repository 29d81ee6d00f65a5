import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAgencyCode } from './agency-code.ts';
import { parseHighTechCertificate } from './high-tech-certificate.ts';
import { parseIndustryCode } from './industry-code.ts';
import { parsePatentAttorneyNumber } from './patent-attorney.ts';

const GBT4754 = '../shared/data/codes/gbt4754_2017.csv';

describe('agency code', () => {
  it('accepts five digits and names the province', () => {
    expect(checkAgencyCode(' 32105 ')).toMatchObject({ ok: true, value: '32105', province: '江苏省' });
    expect(checkAgencyCode('72001')).toMatchObject({ ok: true, province: undefined });
  });
  it.each([
    ['3210', 'length'],
    ['32A05', 'alphabet'],
    ['', 'empty'],
  ])('refuses %s: %s', (input, problem) => expect(checkAgencyCode(input)).toMatchObject({ ok: false, problem }));
});

describe('patent attorney', () => {
  it.each([
    ['3212345', '3212345', 'qualification'],
    ['3210512345.6', '3210512345.6', 'practice'],
    ['3210512345．X', '3210512345.X', 'practice'],
    ['32105123456', '3210512345.6', 'practice'],
  ])('%s', (input, value, sort) => expect(parsePatentAttorneyNumber(input)).toMatchObject({ ok: true, value, sort }));
  it('refuses names', () => expect(parsePatentAttorneyNumber('张三')).toMatchObject({ ok: false, problem: 'format' }));
});

describe('high-tech certificate', () => {
  it('reads year and province', () => {
    expect(parseHighTechCertificate('ｇｒ202332001234')).toMatchObject({
      ok: true,
      value: 'GR202332001234',
      year: 2023,
      province: '江苏省',
    });
  });
  it.each([
    ['GR2023320O1234', 'format', 'GR202332001234'],
    ['GR20233200123', 'length', undefined],
    ['GR200632001234', 'year', undefined],
    ['GR202399001234', 'region', undefined],
    ['XR202332001234', 'format', undefined],
    ['', 'empty', undefined],
  ])('refuses %s: %s', (input, problem, suggestion) => {
    const result = parseHighTechCertificate(input);
    expect(result).toMatchObject({ ok: false, problem });
    expect(result.suggestion).toBe(suggestion);
  });
  it('bounds the year', () =>
    expect(parseHighTechCertificate('GR202732001234', { latestYear: 2026 })).toMatchObject({ problem: 'year' }));
});

describe('industry code', () => {
  it.each([
    ['C', 'C', 'section'],
    ['C38', 'C38', 'division'],
    ['383', 'C383', 'group'],
    ['ｃ3831', 'C3831', 'class'],
    ['1751', 'C1751', 'class'],
    ['9700', 'T9700', 'class'],
  ])('%s → %s (%s)', (input, value, level) =>
    expect(parseIndustryCode(input)).toMatchObject({ ok: true, value, level }),
  );
  it.each([
    ['D3831', 'range', 'C3831'],
    ['98', 'range', undefined],
    ['00', 'range', undefined],
    ['C38312', 'length', undefined],
    ['制造业', 'format', undefined],
    ['', 'empty', undefined],
  ])('refuses %s: %s', (input, problem, suggestion) => {
    const result = parseIndustryCode(input);
    expect(result).toMatchObject({ ok: false, problem });
    expect(result.suggestion).toBe(suggestion);
  });
  it.skipIf(!existsSync(GBT4754))('derives the section of every code of the standard', () => {
    const codes = readFileSync(GBT4754, 'utf8')
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(',')[0]!);
    let section = '';
    for (const code of codes) {
      if (/^[A-T]$/.test(code)) section = code;
      expect(parseIndustryCode(code)).toMatchObject({ ok: true, section });
    }
    expect(codes.length).toBeGreaterThan(1_900);
  });
  if (!existsSync(GBT4754)) console.log(`absent, block skipped: ${GBT4754}`);
});
