import { expect, test } from 'vitest';
import { problemOfDisclosure } from './check-disclosure.ts';
import { lateDaysOf } from './check-request.ts';
import { compareCensus } from './compare-census.ts';
import { cleanValue, problemOf, sameValue } from './values.ts';

const known = { kinds: ['patent'], towns: ['320509105'] };
const problem = (type: 'date' | 'number' | 'kinds' | 'town' | 'phone' | 'uscc' | 'code' | 'yes-no', value: never) =>
  problemOf({ type }, value, known, 'zh');

test.each([
  ['date', '2026-02-30', true],
  ['date', '2026-02-28', false],
  ['number', -1, true],
  ['number', 1.5, true],
  ['number', 0, false],
  ['kinds', ['patent', 'magic'], true],
  ['kinds', ['patent'], false],
  ['town', '320509999', true],
  ['phone', '12345', true],
  ['phone', '0512-63001234', false],
  ['uscc', '91320509MA1T000561', true],
  ['code', '3270', true],
  ['code', '32701', false],
  ['yes-no', 'yes', true],
] as const)('%s %j is a problem: %s', (type, value, wrong) => {
  expect(problem(type, value as never) !== undefined).toBe(wrong);
});

test('width, blanks and brackets do not make a difference, anything else does', () => {
  expect(sameValue('苏州甲所（普通合伙）', '苏州甲所(普通合伙) ')).toBe(true);
  expect(sameValue(['b', 'a'], ['a', 'b'])).toBe(true);
  expect(sameValue(null, '')).toBe(true);
  expect(sameValue(3, 4)).toBe(false);
  expect(cleanValue({ type: 'text' }, ' \u0000 ')).toBeNull();
});

test('the last day of the term is in time, the next is late by one', () => {
  expect(lateDaysOf('2026-11-01', '2026-12-01', 30)).toBeNull();
  expect(lateDaysOf('2026-11-01', '2026-12-02', 30)).toBe(1);
});

test('a promise is found whatever its width and blanks', () => {
  const service = { name: '申请', basis: '每件', fromFen: 1, toFen: 1, note: '１００％ 授权' };
  expect(problemOfDisclosure([service], '', ['100%授权'])).toEqual({ code: 'promise', word: '100%授权' });
  expect(problemOfDisclosure([{ ...service, note: '' }], '授权后付款', ['100%授权'])).toBeUndefined();
});

test('an agency that is gone differs by that alone', () => {
  const points = [{ code: 'address', label: '经营地址', field: 'address', help: null }];
  expect(compareCensus(points, { result: 'not-found', answers: [] }, { address: '甲路1号' })).toEqual({
    differences: ['登记地址查无此机构'],
    values: {},
  });
});
