import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lawFiles } from './files.ts';
import {
  createLawBook,
  hasLaw,
  LawNotCoveredError,
  lawNumber,
  lawNumberAt,
  lawNumbers,
  lawTexts,
  lawValue,
  listLaw,
  maskPersonalInformation,
  pick,
  UnknownLawKeyError,
} from './index.ts';

const folder = join(import.meta.dirname, '..');

describe('worked examples of the data', () => {
  const examples = listLaw().flatMap((value) => value.examples.map((example) => ({ key: value.key, ...example })));
  it.each(examples)('$key on $on at $at', ({ key, on, at, expect: expected }) => {
    const { value } = lawValue(key, on);
    expect(at === undefined ? value : pick(value, at)).toEqual(expected);
  });
});

describe('the data', () => {
  it('is loaded whole: every file on disk is in the list', () => {
    const onDisk = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.json') && path.includes('/') && !/^(codes|marks)\//.test(path))
      .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as object)
      .filter(
        (file) =>
          !(
            'ruleSet' in file ||
            'sorts' in file ||
            'clocks' in file ||
            'clockExamples' in file ||
            'offences' in file ||
            'crimes' in file ||
            'behaviours' in file ||
            'largeCaseFen' in file ||
            'subjects' in file
          ),
      );
    expect(onDisk.length).toBe(lawFiles.length);
    for (const file of onDisk) expect(lawFiles).toContainEqual(file);
  });
  it('defines every key once', () => {
    const keys = (lawFiles as { values: { key: string }[] }[]).flatMap((file) => file.values.map((value) => value.key));
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(listLaw().length);
  });
  it('has bands without gaps or overlaps', () => {
    for (const { key, periods } of listLaw()) {
      for (const { value } of periods) {
        if (!Array.isArray(value) || typeof value[0] !== 'object') continue;
        const bands = value as { from: number; to: number }[];
        for (const [i, band] of bands.entries()) if (i > 0) expect(band.from, key).toBe(bands[i - 1]!.to + 1);
      }
    }
  });
  it('closes every value of the trademark law on the eve of the new text', () => {
    const changed = listLaw().filter(({ key }) => key.startsWith('trademark.') && !key.includes('.fee.'));
    expect(changed.length).toBeGreaterThan(8);
    for (const { key } of changed) {
      expect(lawValue(key, '2026-12-31').to, key).toBe('2026-12-31');
      expect(lawValue(key, '2027-01-01').article, key).toContain('2026修订');
    }
  });
  it('leaves no hole between the periods of a value', () => {
    for (const { key, periods } of listLaw()) {
      periods.slice(1).forEach((period, i) => {
        const dayAfter = new Date(Date.parse(periods[i]!.to!) + 86_400_000).toISOString().slice(0, 10);
        expect(period.from, key).toBe(dayAfter);
      });
    }
  });
});

describe('lawValue', () => {
  it('gives article and period', () => {
    expect(lawValue('trademark.opposition.months', '2027-01-01')).toMatchObject({
      value: 2,
      unit: 'month',
      article: '商标法(2026修订)第36条',
      from: '2027-01-01',
      to: null,
      confidence: 'high',
    });
  });
  it('refuses unknown keys, uncovered days and wrong kinds in words', () => {
    expect(() => lawValue('patent.annuity.inventions', '2026-01-01')).toThrow(UnknownLawKeyError);
    expect(() => lawValue('patent.annuity.invention', '2001-02-28')).toThrow(LawNotCoveredError);
    expect(() => lawValue('patent.annuity.invention', '1999-01-01')).toThrow(
      /patent\.annuity\.invention.*1999-01-01.*2001-03-01/,
    );
    expect(() => lawNumber('patent.annuity.invention', '2026-01-01')).toThrow(UnknownLawKeyError);
    expect(() => lawNumberAt('patent.annuity.invention', '2026-01-01', 21)).toThrow(/no number at 21/);
    expect(() => lawNumberAt('patent.fee-reduction.percent', '2026-01-01', 'triple')).toThrow(UnknownLawKeyError);
    expect(() => lawTexts('patent.term.invention', '2026-01-01')).toThrow(UnknownLawKeyError);
  });
  it('reads numbers, bands, names and lists', () => {
    expect(lawNumber('patent.term.design', '2021-06-01').value).toBe(15);
    expect(lawNumberAt('patent.annuity.utility', '2026-01-01', 8).value).toBe(120_000);
    expect(lawNumberAt('patent.fee-reduction.percent', '2026-01-01', 'joint').value).toBe(70);
    expect(lawTexts('standard.gbt29490.valid-editions', '2026-01-01').value).toEqual(['2023']);
    expect(lawNumbers('patent.annuity.alert-days-before', '2026-01-01').value).toEqual([90, 60, 30, 7]);
    expect(hasLaw('patent.open-licence.annuity-percent', '2023-01-01')).toBe(false);
    expect(hasLaw('patent.open-licence.annuity-percent', '2026-01-01')).toBe(true);
    expect(hasLaw('nothing.here', '2026-01-01')).toBe(false);
  });
});

describe('createLawBook', () => {
  const file = (periods: object[]) => ({
    area: 'a',
    title: { zh: '甲', en: 'a' },
    values: [
      {
        key: 'a.b',
        label: { zh: '甲', en: 'a' },
        unit: 'count',
        keyedBy: 'day',
        periods,
        examples: [{ on: '2020-01-01', expect: 1 }],
      },
    ],
  });
  const period = (from: string, to: string | null, value = 1) => ({
    value,
    from,
    to,
    article: '第1条',
    source: 's',
    confidence: 'high',
  });

  it('lets a later file replace a value', () => {
    const book = createLawBook([file([period('2020-01-01', null)]), file([period('2020-01-01', null, 2)])]);
    expect(book.lawNumber('a.b', '2020-01-01').value).toBe(2);
  });
  it.each([
    ['overlapping periods', [period('2020-01-01', '2021-01-01'), period('2021-01-01', null)]],
    ['an open period before another', [period('2020-01-01', null), period('2021-01-01', null)]],
    ['a period that ends before it begins', [period('2020-01-02', '2020-01-01')]],
    ['a day that does not exist', [period('2020-02-30', null)]],
    ['no article', [{ ...period('2020-01-01', null), article: '' }]],
  ])('refuses %s', (_what, periods) => expect(() => createLawBook([file(periods)])).toThrow());
});

describe('maskPersonalInformation', () => {
  it.each([
    ['name', '张三丰', '张*'],
    ['resident-id', '320584194912311234', '320584********1234'],
    ['resident-id-public', '320584194912311234', '3****************4'],
    ['phone', '13812341234', '138****1234'],
    ['bank-account', '6222021234567890', '************7890'],
    ['phone', '1381234', '*******'],
  ] as const)('%s %s → %s', (kind, text, masked) =>
    expect(maskPersonalInformation(kind, text, '2026-11-22')).toBe(masked),
  );
});
