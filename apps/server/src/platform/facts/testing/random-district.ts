import { type Catalogue, createCatalogue, type FactRow, type FactSpec } from '@jince/rules';
import fc from 'fast-check';

type Shape = Pick<FactSpec, 'type'> & Partial<Pick<FactSpec, 'of' | 'system' | 'values'>>;
const words = (text: string) => ({ zh: text, en: text });

/** Facts of each type, by subject and path; names with dots and capitals, as real ones have. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  enterprise: {
    highTech: { type: 'bool' },
    'standard.valid': { type: 'bool' },
    'patents.valid': { type: 'number' },
    capitalFen: { type: 'number' },
    establishedOn: { type: 'date' },
    'standard.expiresOn': { type: 'date' },
    name: { type: 'text' },
    kind: { type: 'text', values: { company: words('企业'), coop: words('合作社') } },
    industry: { type: 'code', system: 'industry' },
    town: { type: 'code', system: 'place' },
    'trademarks.classes': { type: 'list', of: 'number' },
    tags: { type: 'list', of: 'text' },
    'patents.ipc': { type: 'list', of: 'code', system: 'ipc' },
  },
  patent: {
    valid: { type: 'bool' },
    joint: { type: 'bool' },
    claims: { type: 'number' },
    'pledge.amountFen': { type: 'number' },
    filedOn: { type: 'date' },
    country: { type: 'text' },
    ipcMain: { type: 'code', system: 'ipc' },
    ipc: { type: 'list', of: 'code', system: 'ipc' },
    strategic: { type: 'list', of: 'code', system: 'strategic' },
  },
  trademark: {
    valid: { type: 'bool' },
    niceClass: { type: 'number' },
    classes: { type: 'list', of: 'number' },
    expiresOn: { type: 'date' },
    kind: { type: 'text', values: { plain: words('普通'), collective: words('集体') } },
  },
};

export const COLLECTIONS = { patents: 'patent', trademarks: 'trademark' } as const;

export const districtCatalogue: Catalogue = createCatalogue({
  subjects: Object.keys(SHAPES).map((subject) => ({ subject, label: words(subject) })),
  facts: Object.entries(SHAPES).flatMap(([subject, facts]) =>
    Object.entries(facts).map(([path, shape]) => ({
      ...shape,
      name: `${subject}.${path}`,
      subject,
      path,
      label: words(path),
      definition: words(path),
      nullable: true,
    })),
  ),
  collections: Object.entries(COLLECTIONS).map(([path, items]) => ({
    name: `enterprise.${path}`,
    subject: 'enterprise',
    path,
    items,
    label: words(path),
  })),
});

const SQL_TYPES = { bool: 'boolean', number: 'float8', date: 'date', text: 'text', code: 'text' } as const;

/** Statements that make the relations rules are compiled for, as temporary tables. */
export function createRelations(): string[] {
  const tables = Object.entries(SHAPES).map(([subject, facts]) => {
    const columns = Object.entries(facts).map(([path, { type, of }]) =>
      type === 'list' ? `"${path}" ${of === 'number' ? 'float8' : 'text'}[]` : `"${path}" ${SQL_TYPES[type]}`,
    );
    return `create temp table f_${subject} (subject_id uuid primary key, ${columns.join(', ')})`;
  });
  const links = Object.keys(COLLECTIONS).map(
    (path) => `create temp table f_enterprise_${path} (owner_id uuid, item_id uuid)`,
  );
  return [...tables, ...links];
}

export const NUMBERS = [0, 1, 2, 3, 9, 25, 0.1, 0.2, 0.3, -1, -7.5, 1 / 3, Math.PI, 123456.789012, 999_999_999_999_999];
const FAR_NUMBERS = [
  1e15,
  -1e15,
  1e18,
  1.5e300,
  -1.7e308,
  5e-324,
  -3e-310,
  1e-200,
  2 ** -299,
  1e-14,
  900_719_925_474_099,
];
export const DAYS = ['2026-11-22', '2026-11-21', '2024-02-29', '2023-02-28', '2000-01-31', '2019-12-31', '1970-01-01'];
const FAR_DAYS = [
  'infinity',
  '-infinity',
  '0001-01-01',
  '0001-02-28',
  '9999-12-31',
  '9999-03-01',
  '1582-10-10',
  '1900-02-28',
];
export const TEXTS = ['', 'a', 'company', 'coop', 'plain', 'collective', '苏州纺织', "it's; --", '100%_\\', '😀x'];
export const CODES: Readonly<Record<string, readonly string[]>> = {
  industry: ['C17', 'C1711', 'C1751', '1751', 'C', 'A01', 'I65'],
  ipc: ['H01B', 'H01B11/22', 'H01B11', 'H01B11/00', 'H01B1/02', 'H04L12/28', 'H04L1/00', 'G06F', 'Y02E10/50'],
  strategic: ['1', '1.2', '1.2.3', '1.20.1', '2.1'],
  place: ['320509', '320509108', 'x'],
};

function valueFor(path: string, { type, of, system, values }: Shape): fc.Arbitrary<unknown> {
  const unknown = { freq: 4, nil: null };
  const codes = fc.constantFrom(...(CODES[system ?? 'place'] ?? []));
  const numbers =
    path.startsWith('trademarks.') || path.startsWith('nice') || path === 'classes'
      ? fc.constantFrom(9, 24, 25, 35)
      : fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) },
          fc.constantFrom(...FAR_NUMBERS),
          fc.integer({ min: -50, max: 50 }),
        );
  const texts = values === undefined ? fc.constantFrom(...TEXTS) : fc.constantFrom(...Object.keys(values));
  switch (type) {
    case 'bool':
      return fc.option(fc.boolean(), unknown);
    case 'number':
      return fc.option(numbers, unknown);
    case 'date':
      return fc.option(
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...DAYS) }, fc.constantFrom(...FAR_DAYS)),
        unknown,
      );
    case 'text':
      return fc.option(texts, unknown);
    case 'code':
      return fc.option(codes, unknown);
    case 'list': {
      const elements: fc.Arbitrary<number | string> = of === 'number' ? numbers : of === 'code' ? codes : texts;
      return fc.option(fc.array(elements, { maxLength: 3 }), unknown);
    }
  }
}

function rowOf(subject: string): fc.Arbitrary<Record<string, unknown>> {
  const facts = Object.entries(SHAPES[subject] ?? {}).map(([path, shape]) => [path, valueFor(path, shape)] as const);
  return fc.record(Object.fromEntries(facts));
}

/** A small district: enterprises with their facts and, per collection, the facts of their items. */
export const randomDistrict: fc.Arbitrary<FactRow[]> = fc.array(
  fc
    .record({
      facts: rowOf('enterprise'),
      patents: fc.array(rowOf('patent'), { maxLength: 4 }),
      trademarks: fc.array(rowOf('trademark'), { maxLength: 3 }),
    })
    .map(({ facts, patents, trademarks }) => ({ ...facts, patents, trademarks }) as FactRow),
  { minLength: 4, maxLength: 8 },
);

export function factPaths(subject: string, isMeant: (shape: Shape) => boolean): string[] {
  return Object.entries(SHAPES[subject] ?? {}).flatMap(([path, shape]) => (isMeant(shape) ? [path] : []));
}

export const shapeOf = (subject: string, path: string): Shape => SHAPES[subject]![path]!;
