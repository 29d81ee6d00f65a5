import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatPublicationNumber, parsePublicationNumber } from './publication-number.ts';

const REAL = '../shared/data/patents/cn_title_ipc.csv';
const LENS = '../shared/data/patents/lens_drones_5884.csv';

describe('parsePublicationNumber', () => {
  it.each([
    ['CN114081026A', 'invention', 'application', false],
    ['CN111504366B', 'invention', 'grant', true],
    ['CN 1234567 C', 'invention', 'grant', true],
    ['CN1003456B', 'invention', 'examined-announcement', false],
    ['CN215792497U', 'utility', 'grant', true],
    ['CN2345678Y', 'utility', 'grant', true],
    ['CN306123456S', 'design', 'grant', true],
    ['CN3123456D', 'design', 'grant', true],
    ['CN101234567A8', 'invention', 'correction', false],
    ['CN101234567B9', 'invention', 'correction', true],
    ['CN201234567U8', 'utility', 'correction', true],
    ['CN301234567S9', 'design', 'correction', true],
    ['CN101234567C1', 'invention', 'partial-invalidation', true],
    ['CN201234567Y7', 'utility', 'partial-invalidation', true],
    ['CN301234567S1', 'design', 'partial-invalidation', true],
    ['CN85100001A', 'invention', 'application', false],
  ])('%s', (input, type, document, granted) => {
    expect(parsePublicationNumber(input)).toMatchObject({ ok: true, country: 'CN', type, document, granted });
  });

  it('accepts a number without kind and says nothing of a grant', () => {
    const result = parsePublicationNumber('ｃｎ１１４０８１０２６');
    expect(result).toMatchObject({ ok: true, value: 'CN114081026', type: 'invention' });
    expect(result.granted).toBeUndefined();
  });

  it.each([
    ['CN114081026U', 'kind-code'],
    ['CN114081026Q', 'kind-code'],
    ['CN414081026A', 'type-digit'],
    ['CN11408102A6A', 'format'],
    ['CN11408A', 'length'],
    ['114081026', 'alphabet'],
    ['', 'empty'],
    ['1.14081E+8', 'spreadsheet-number'],
  ])('refuses %s: %s', (input, problem) => expect(parsePublicationNumber(input)).toMatchObject({ ok: false, problem }));

  it.each([
    ['AT 399980 B', 'AT399980B', 'AT', '399980', 'B'],
    ['US9807726B1', 'US9807726B1', 'US', '9807726', 'B1'],
    ['US2016578323F', 'US2016578323F', 'US', '2016578323', 'F'],
    ['WO 2021/123456 A1', 'WO2021123456A1', 'WO', '2021123456', 'A1'],
    ['US D789,123 S', 'USD789123S', 'US', 'D789123', 'S'],
    ['JPH01123456A', 'JPH01123456A', 'JP', 'H01123456', 'A'],
    ['IT PD20040123 U1', 'ITPD20040123U1', 'IT', 'PD20040123', 'U1'],
    ['EP 0259054 B9 20031217', 'EP0259054B9', 'EP', '0259054', 'B9'],
    ['TWM123456U', 'TWM123456U', 'TW', 'M123456', 'U'],
  ])('reads %s', (input, value, country, number, kind) => {
    expect(parsePublicationNumber(input)).toMatchObject({ ok: true, value, country, number, kind });
  });
  it('prints parts', () =>
    expect(formatPublicationNumber({ country: 'AT', number: '399980', kind: 'B' })).toBe('AT 399980 B'));

  it.skipIf(!existsSync(REAL) || !existsSync(LENS))('reads real exports', () => {
    const chinese = readFileSync(REAL, 'utf8').match(/CN\d+[A-Z]\d?/g)!;
    const foreign = readFileSync(LENS, 'utf8').match(/(?<=,)[A-Z]{2} \d+ [A-Z]\d?(?=,)/g)!;
    const refused = [...chinese, ...foreign].filter(
      (text) => !parsePublicationNumber(text).ok && !/^CN (\d{8}|\d{12}) /.test(text) && !/ W$/.test(text),
    );
    expect(chinese.length + foreign.length).toBeGreaterThan(12_000);
    expect(refused).toEqual([]);
  });
  if (!existsSync(REAL) || !existsSync(LENS)) console.log(`absent, block skipped: ${REAL} ${LENS}`);
});
