import { expect, test } from 'vitest';
import data from '../../data/agencies/affairs.json' with { type: 'json' };
import { PackDataError } from '../shape.ts';
import { agencyAffairs, readAgencyAffairs } from './affairs.ts';

test('a registration asks for what a directory shows, and a census compares fields that a change can touch', () => {
  const codes = agencyAffairs.request.map((field) => field.code);
  expect(codes).toEqual(expect.arrayContaining(['name', 'uscc', 'kinds', 'address', 'headName', 'phone']));
  const compared = agencyAffairs.census.flatMap((point) => point.field ?? []);
  expect(compared.length).toBeGreaterThan(2);
  expect(compared.filter((field) => !codes.includes(field))).toEqual([]);
});

test('faulty data is refused with its place', () => {
  const twice = { ...data, request: [data.request[0], data.request[0]] };
  expect(() => readAgencyAffairs(twice)).toThrow('affairs.request');
  const untyped = { ...data, census: [{ code: '1', label: 'x' }] };
  expect(() => readAgencyAffairs(untyped)).toThrow(PackDataError);
  expect(() => readAgencyAffairs(untyped)).toThrow('affairs.census[0].code');
});
