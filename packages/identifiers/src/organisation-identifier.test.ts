import { describe, expect, it } from 'vitest';
import { checkOrganisationCode, formatOrganisationCode } from './organisation-code.ts';
import { checkOrganisationIdentifier, kindOfOrganisationIdentifier } from './organisation-identifier.ts';
import { checkRegionCode, presentRegionCode } from './region-code.ts';
import { checkRegistrationNumber } from './registration-number.ts';
import { isResidentId } from './resident-id.ts';

describe('organisation identifiers', () => {
  it.each([
    ['MA1ABCDE-8', true, 'MA1ABCDE8', undefined],
    ['71526726x', true, '71526726X', undefined],
    ['715267260', false, '715267260', '71526726X'],
    ['1234', false, '1234', undefined],
  ])('organisation code %s', (input, ok, value, suggestion) => {
    const result = checkOrganisationCode(input);
    expect([result.ok, result.value, result.suggestion]).toEqual([ok, value, suggestion]);
  });
  it('prints the hyphen', () => expect(formatOrganisationCode('MA1ABCDE8')).toBe('MA1ABCDE-8'));

  it.each([
    ['110108000000016', true, '110108', undefined],
    ['320404000009558', true, '320404', undefined],
    ['320404000005886', true, '320404', undefined],
    ['320404000073274', true, '320404', undefined],
    ['320404000073275', false, '320404', '320404000073274'],
  ])('registration number %s', (input, ok, regionCode, suggestion) => {
    const result = checkRegistrationNumber(input);
    expect([result.ok, result.regionCode, result.suggestion]).toEqual([ok, regionCode, suggestion]);
  });
  it('maps the number of the former city to the district of today', () => {
    const result = checkRegistrationNumber('320584000000010');
    expect(result.regionCode).toBe('320509');
  });

  it.each([
    ['91320509MA1ABCDE8U', 'uscc'],
    ['９１320509MA1ABCDE8T', 'uscc'],
    ['320404000009558', 'registration-number'],
    ['MA1ABCDE-8', 'organisation-code'],
    ['11010519491231002X', 'resident-id'],
    ['吴江', 'unknown'],
  ])('%s is a %s', (input, kind) => expect(kindOfOrganisationIdentifier(input)).toBe(kind));

  it('never echoes a resident number', () => {
    const result = checkOrganisationIdentifier('11010519491231002X');
    expect(result).toMatchObject({ ok: false, kind: 'resident-id', value: '110105********002X' });
    expect(isResidentId('110105194912310021')).toBe(false);
  });
  it('passes the check of the kind on', () => {
    expect(checkOrganisationIdentifier('MA1ABCDE-8')).toEqual({
      ok: true,
      value: 'MA1ABCDE8',
      kind: 'organisation-code',
    });
    expect(checkOrganisationIdentifier('91320509MA1ABCDE8T')).toMatchObject({
      problem: 'check-digit',
      suggestion: '91320509MA1ABCDE8U',
    });
    expect(checkOrganisationIdentifier('')).toMatchObject({ problem: 'empty' });
  });
});

describe('region code', () => {
  it.each([
    ['320509', 'county', '320509'],
    ['320584', 'county', '320509'],
    ['320525', 'county', '320509'],
    ['320500', 'prefecture', '320500'],
    ['320000', 'province', '320000'],
    ['320509105', 'town', '320509105'],
    ['32', 'province', '32'],
  ])('%s is a %s, today %s', (input, level, presentCode) => {
    expect(checkRegionCode(input)).toMatchObject({ ok: true, level, presentCode, province: '江苏省' });
  });
  it.each([
    ['990000', 'region'],
    ['32050', 'length'],
    ['32A509', 'alphabet'],
  ])('refuses %s: %s', (input, problem) => expect(checkRegionCode(input)).toMatchObject({ ok: false, problem }));
  it('leaves other codes', () => expect(presentRegionCode('320582')).toBe('320582'));
});
