import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, computeUsccCheck, formatUscc } from './uscc.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const REGISTER = '../shared/data/enterprises/jiangsu.csv';

describe('checkUscc', () => {
  it.each([
    ['91330100799655058B', 'enterprise', '330100'],
    ['9144030071526726XG', 'enterprise', '440300'],
    ['914403001922038216', 'enterprise', '440300'],
    ['91350100M000100Y43', 'enterprise', '350100'],
    ['91110000802100433B', 'enterprise', '110000'],
    ['91320509MA1ABCDE8U', 'enterprise', '320509'],
    ['93320509MA1ABCDE8M', 'cooperative', '320509'],
    ['91320509MA1T000560', 'enterprise', '320509'],
  ])('accepts %s', (code, type, regionCode) => {
    const result = checkUscc(code);
    expect(result).toMatchObject({ ok: true, value: code, regionCode, registrationAuthority: { zh: '市场监督管理' } });
    expect(result.entityType?.key).toBe(type);
  });

  it('gives 0 when the sum leaves no remainder', () => {
    expect(computeUsccCheck('91320509MA1T00056')).toBe('0');
  });

  it.each([
    ['91350100M000100Y4Z', 'alphabet', '91350100M000100Y43'],
    ['9132O509MA1TOOO56O', 'alphabet', '91320509MA1T000560'],
    ['9I320509MAIABCDE8U', 'alphabet', '91320509MA1ABCDE8U'],
    ['9133010079965SO58B', 'alphabet', '91330100799655058B'],
    ['91320509MA1ABCDE8V', 'alphabet', '91320509MA1ABCDE8U'],
    ['91320509MA1ABCDE8T', 'check-digit', '91320509MA1ABCDE8U'],
    ['91320509AM1ABCDE8U', 'check-digit', '91320509MA1ABCDE8U'],
    ['91320509MA1ABCDE8', 'length', '91320509MA1ABCDE8U'],
    ['9132050OMA1ABCDE8U', 'alphabet', undefined],
    ['9132050MA1ABCDE8', 'length', undefined],
    ['320404000009558', 'length', undefined],
    ['9.13205E+17', 'spreadsheet-number', undefined],
    ['　', 'empty', undefined],
  ])('refuses %s: %s, suggests %s', (code, problem, suggestion) => {
    const result = checkUscc(code);
    expect(result).toMatchObject({ ok: false, problem });
    expect(result.suggestion).toBe(suggestion);
  });

  it('tells a code whose outer check fits and whose organisation code does not', () => {
    expect(checkUscc('91320506748703927C')).toMatchObject({
      ok: false,
      problem: 'organisation-code',
      regionCode: '320506',
    });
  });

  it('tidies width, case, blanks and hyphens, and keeps letters', () => {
    expect(checkUscc(' ９１３２０５０９-ma1abcde8u ')).toMatchObject({ ok: true, value: '91320509MA1ABCDE8U' });
    expect(checkUscc('9132O509MA1T000560').value).toBe('9132O509MA1T000560');
    expect(formatUscc('91320509MA1ABCDE8U')).toBe('91320509 MA1ABCDE 8U');
  });

  it('catches every single substitution', () => {
    const code = '91320509MA1ABCDE8U';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...ALPHABET), (at, letter) => {
        fc.pre(code[at] !== letter);
        const result = checkUscc(code.slice(0, at) + letter + code.slice(at + 1));
        expect(result.ok).toBe(false);
        if (result.suggestion) expect(checkUscc(result.suggestion).ok).toBe(true);
      }),
    );
  });

  it.skipIf(!existsSync(REGISTER))('accepts the real register of Jiangsu, fast', () => {
    const codes = [...readFileSync(REGISTER, 'utf8').matchAll(/,([0-9A-Z]{18}),/g)].map((match) => match[1]!);
    const start = performance.now();
    const refused = codes.filter((code) => !checkUscc(code).ok);
    const seconds = (performance.now() - start) / 1000;
    console.log(`USCC: ${codes.length} real codes, ${refused.length} refused, ${Math.round(codes.length / seconds)}/s`);
    expect(codes.length).toBeGreaterThan(80_000);
    expect(refused.length / codes.length).toBeLessThan(0.0002);
    expect(codes.length / seconds).toBeGreaterThan(200_000);
  });
  if (!existsSync(REGISTER)) console.log(`absent, block skipped: ${REGISTER}`);
});
