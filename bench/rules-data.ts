import { type Catalogue, createCatalogue, type FactRow, type FactSpec } from '@jince/rules';
import { randomOf } from './bench-world.ts';

type Shape = Pick<FactSpec, 'type'> & Partial<Pick<FactSpec, 'of' | 'system'>>;
const words = (text: string) => ({ zh: text, en: text });

const SHAPES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  enterprise: {
    active: { type: 'bool' },
    highTech: { type: 'bool' },
    aboveScale: { type: 'bool' },
    exporter: { type: 'bool' },
    kind: { type: 'text' },
    industry: { type: 'code', system: 'industry' },
    ageYears: { type: 'number' },
    capitalFen: { type: 'number' },
    'patents.valid': { type: 'number' },
    'patents.invention.valid': { type: 'number' },
    'patents.invention.grantedThisYear': { type: 'number' },
    'trademarks.valid': { type: 'number' },
    'madrid.registrations': { type: 'number' },
  },
  patent: { valid: { type: 'bool' }, kind: { type: 'text' }, yearsMaintained: { type: 'number' } },
  trademark: { valid: { type: 'bool' }, classes: { type: 'list', of: 'number' } },
};

export const benchCatalogue: Catalogue = createCatalogue({
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
  collections: [
    { name: 'enterprise.patents', subject: 'enterprise', path: 'patents', items: 'patent', label: words('patents') },
    {
      name: 'enterprise.trademarks',
      subject: 'enterprise',
      path: 'trademarks',
      items: 'trademark',
      label: words('trademarks'),
    },
  ],
});

/** The eight rules, of the kinds a district's indicators, campaigns and alerts are made of. */
export const RULES = [
  'enterprise.highTech && enterprise.patents.valid == 0',
  'enterprise.active && (enterprise.highTech || enterprise.aboveScale) && enterprise.patents.valid == 0',
  "enterprise.kind == 'enterprise' && enterprise.trademarks.valid == 0",
  'enterprise.exporter && enterprise.madrid.registrations == 0 && enterprise.trademarks.valid >= 1',
  'enterprise.patents.invention.valid >= 10 || (enterprise.patents.invention.grantedThisYear >= 3 && enterprise.patents.invention.valid / enterprise.patents.valid > 0.5)',
  "enterprise.ageYears >= 1 && enterprise.industry.within(['C17', 'C18']) && enterprise.capitalFen >= 500000000",
  'enterprise.trademarks.exists(t, t.valid && 25 in t.classes)',
  "size(enterprise.patents.filter(p, p.valid && p.kind == 'invention' && p.yearsMaintained > 10)) >= 3",
] as const;

const INDUSTRIES = ['C1711', 'C1751', 'C1810', 'C3831', 'F5213', 'I6513', 'A0151'];

/** A subject with all its facts; one fact in twelve is unknown, a few subjects hold many rights. */
export function benchSubject(random: () => number): FactRow {
  const maybe = <T>(value: T): T | null => (random() < 1 / 12 ? null : value);
  const many = random() < 0.05 ? 12 : 3;
  const patents = Array.from({ length: Math.floor(random() ** 2 * many) }, () => ({
    valid: maybe(random() < 0.6),
    kind: random() < 0.4 ? 'invention' : 'utility',
    yearsMaintained: maybe(Math.floor(random() * 20)),
  }));
  const trademarks = Array.from({ length: Math.floor(random() ** 2 * many) }, () => ({
    valid: maybe(random() < 0.8),
    classes: Array.from({ length: 1 + Math.floor(random() * 3) }, () => 1 + Math.floor(random() * 45)),
  }));
  const valid = patents.filter((patent) => patent.valid === true);
  const inventions = valid.filter((patent) => patent.kind === 'invention').length;
  return {
    active: maybe(random() < 0.9),
    highTech: maybe(random() < 0.15),
    aboveScale: maybe(random() < 0.2),
    exporter: maybe(random() < 0.3),
    kind: random() < 0.8 ? 'enterprise' : 'co-operative',
    industry: maybe(INDUSTRIES[Math.floor(random() * INDUSTRIES.length)] ?? null),
    ageYears: maybe(Math.floor(random() * 30)),
    capitalFen: maybe(Math.floor(random() * 1e9)),
    'patents.valid': maybe(valid.length),
    'patents.invention.valid': maybe(inventions),
    'patents.invention.grantedThisYear': maybe(Math.floor(random() * 5)),
    'trademarks.valid': maybe(trademarks.filter((mark) => mark.valid === true).length),
    'madrid.registrations': maybe(random() < 0.1 ? 1 : 0),
    patents,
    trademarks,
  };
}

export function benchSubjects(count: number): FactRow[] {
  const random = randomOf(7);
  return Array.from({ length: count }, () => benchSubject(random));
}
