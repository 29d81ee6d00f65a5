import { type CompiledPolicy, compilePolicy, type Policy, policySchema, type SubjectCase } from '@jince/entitlements';
import { type Catalogue, createCatalogue, type FactRow, type FactSpec } from '@jince/rules';
import { randomOf } from './bench-world.ts';

export const AS_OF = '2026-11-22';
const words = (text: string) => ({ zh: text, en: text });

const SHAPES: Readonly<Record<string, Readonly<Record<string, FactSpec['type']>>>> = {
  enterprise: {
    kind: 'text',
    uscc: 'text',
    active: 'bool',
    highTech: 'bool',
    aboveScale: 'bool',
    town: 'text',
    revenueFen: 'number',
    'credit.dishonest': 'bool',
    'credit.abnormalOperation': 'bool',
    'credit.ipPenaltiesIn3Years': 'number',
    'patents.abnormal': 'number',
    'patents.valid': 'number',
    'patents.invention.valid': 'number',
    'trademarks.valid': 'number',
  },
  madrid: { irNo: 'text', valid: 'bool', registeredOn: 'date', memberCount: 'number' },
  membership: { certificateNo: 'text', kind: 'text', level: 'text', valid: 'bool', validFrom: 'date' },
  patent: { applicationNo: 'text', kind: 'text', valid: 'bool', awarded: 'bool', pledged: 'bool', grantedOn: 'date' },
  trademark: { registrationNo: 'text', valid: 'bool', kind: 'text', registeredOn: 'date' },
};
const COLLECTIONS = { madrid: 'madrid', memberships: 'membership', patents: 'patent', trademarks: 'trademark' };

export const districtCatalogue: Catalogue = createCatalogue({
  subjects: Object.keys(SHAPES).map((subject) => ({ subject, label: words(subject) })),
  facts: Object.entries(SHAPES).flatMap(([subject, facts]) =>
    Object.entries(facts).map(([path, type]) => ({
      name: `${subject}.${path}`,
      subject,
      path,
      type,
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

/** Compiles or says why not. */
export function compiledOf(policy: Policy, catalogue: Catalogue): CompiledPolicy {
  const compiled = compilePolicy(policy, catalogue);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.policy;
}

const achievements = {
  madrid: { subject: 'madrid', collection: 'madrid', rule: 'madrid.valid', dateFact: 'registeredOn', keyFact: 'irNo' },
  membership: {
    subject: 'membership',
    collection: 'memberships',
    rule: "membership.valid && membership.kind == 'standard'",
    dateFact: 'validFrom',
    keyFact: 'certificateNo',
  },
  trademark: {
    subject: 'trademark',
    collection: 'trademarks',
    rule: "trademark.valid && trademark.kind == 'collective'",
    dateFact: 'registeredOn',
    keyFact: 'registrationNo',
  },
  patent: {
    subject: 'patent',
    collection: 'patents',
    rule: 'patent.valid && patent.awarded',
    dateFact: 'grantedOn',
    keyFact: 'applicationNo',
  },
  enterprise: { subject: 'enterprise', collection: null, rule: 'true', dateFact: null, keyFact: 'uscc' },
};
/** Per kind of achievement: trigger, three eligibilities, and the ways its five items pay. */
const KINDS = [
  ['madrid', 'madrid-registration', 'madrid.memberCount'],
  ['membership', 'standard-certification', undefined],
  ['trademark', 'gi-registration', undefined],
  ['patent', 'award', undefined],
  ['enterprise', 'advantage-level', 'enterprise.patents.invention.valid'],
  ['enterprise', 'education-base', 'enterprise.revenueFen'],
] as const;
const ELIGIBLE = [
  'enterprise.active',
  'enterprise.active && enterprise.aboveScale',
  'enterprise.active && (enterprise.highTech || enterprise.patents.invention.valid >= 5)',
  'enterprise.active && enterprise.trademarks.valid >= 3',
  'enterprise.patents.valid > 0',
];
const tiers = [
  { from: 0, to: 5, fen: 500_000 },
  { from: 5, to: 15, fen: 1_000_000 },
  { from: 15, to: null, fen: 2_000_000 },
];

function amountOf(quantity: string | undefined, n: number) {
  if (quantity?.endsWith('Fen')) return { type: 'share', of: quantity, ratePpm: 500 + 100 * n };
  if (quantity !== undefined && n % 3 === 1) return { type: 'tiered', by: quantity, tiers };
  if (quantity !== undefined && n % 3 === 2)
    return { type: 'per-unit', unitFen: 200_000, units: quantity, maxUnits: 10 };
  return { type: 'fixed', fen: 1_000_000 + 123_456 * n };
}

/** Thirty items: six kinds of achievement by five, with caps, stacking of every rule, budgets of items and of the policy. */
export const thirtyItems: Policy = policySchema.parse({
  code: 'thirty',
  title: 'thirty items',
  issuer: 'district',
  fund: 'fund',
  year: 2026,
  effectiveFrom: '2025-01-01',
  windows: [{ from: '2026-06-01', to: '2026-12-31' }],
  preconditions: [
    ['dishonest', '!enterprise.credit.dishonest'],
    ['operation', '!enterprise.credit.abnormalOperation'],
    ['penalties', 'enterprise.credit.ipPenaltiesIn3Years == 0'],
    ['abnormal', 'enterprise.patents.abnormal == 0'],
  ].map(([code, rule]) => ({ code, label: code, rule, refusal: code })),
  subjectYearCapFen: 20_000_000,
  budgetFen: 30_000_000_000,
  overBudget: 'pro-rata',
  items: KINDS.flatMap(([kind, trigger, quantity], k) =>
    ELIGIBLE.map((eligibility, n) => ({
      code: `i${k}-${n}`,
      name: `item ${k} ${n}`,
      clause: `${k}.${n}`,
      text: 'text',
      trigger,
      beneficiaries: n % 2 === 0 ? ['enterprise', 'co-operative'] : ['enterprise'],
      eligibility,
      achievement: { ...achievements[kind], label: kind },
      achieved: { from: '2025-01-01', to: '2026-12-31' },
      amount: amountOf(quantity, n),
      capFen: n === 2 ? 1_500_000 : null,
      subjectYearCapFen: n === 3 ? 4_000_000 : null,
      budgetFen: n === 4 ? 2_000_000_000 : null,
      stacking:
        n === 0
          ? { rule: 'stackable', group: null }
          : { rule: n === 1 ? 'difference' : 'highest', group: `${kind}-${n === 1 ? 'd' : 'h'}` },
      publicityWorkingDays: 5,
    })),
  ),
});

const day = (random: () => number) =>
  new Date(Date.UTC(2019, 0, 1 + Math.floor(random() * 2880))).toISOString().slice(0, 10);

/** A subject as the demo's register has them: most hold little, a few much; one fact in forty is unknown. */
function subject(n: number, random: () => number): SubjectCase {
  const maybe = <T>(value: T): T | null => (random() < 1 / 40 ? null : value);
  const many = (share: number, most: number, make: (at: number) => FactRow) =>
    random() < share ? Array.from({ length: 1 + Math.floor(random() ** 3 * most) }, (_, at) => make(at)) : [];
  const patents = many(0.12, 30, (at) => ({
    applicationNo: `P${n}-${at}`,
    kind: random() < 0.4 ? 'invention' : 'utility',
    valid: maybe(random() < 0.7),
    awarded: random() < 0.03,
    pledged: random() < 0.05,
    grantedOn: maybe(day(random)),
  }));
  const trademarks = many(0.25, 20, (at) => ({
    registrationNo: `T${n}-${at}`,
    valid: maybe(random() < 0.8),
    kind: random() < 0.05 ? 'collective' : 'goods',
    registeredOn: maybe(day(random)),
  }));
  const facts: FactRow = {
    kind: random() < 0.7 ? 'enterprise' : random() < 0.2 ? 'co-operative' : 'individual-business',
    uscc: `U${n}`,
    active: maybe(random() < 0.9),
    highTech: maybe(random() < 0.08),
    aboveScale: maybe(random() < 0.1),
    town: `T${Math.floor(random() * 12)}`,
    revenueFen: maybe(random() < 0.1 ? Math.floor(random() * 1e11) : 0),
    'credit.dishonest': random() < 0.01,
    'credit.abnormalOperation': random() < 0.02,
    'credit.ipPenaltiesIn3Years': random() < 0.01 ? 1 : 0,
    'patents.abnormal': random() < 0.02 ? 1 : 0,
    'patents.valid': patents.filter((one) => one.valid === true).length,
    'patents.invention.valid': patents.filter((one) => one.valid === true && one.kind === 'invention').length,
    'trademarks.valid': trademarks.filter((one) => one.valid === true).length,
    madrid: many(0.04, 8, (at) => ({
      irNo: `M${n}-${at}`,
      valid: maybe(random() < 0.9),
      registeredOn: maybe(day(random)),
      memberCount: maybe(Math.floor(random() * 30)),
    })),
    memberships: many(0.1, 4, (at) => ({
      certificateNo: `C${n}-${at}`,
      kind: random() < 0.5 ? 'standard' : 'above-scale',
      level: 'city',
      valid: maybe(random() < 0.8),
      validFrom: maybe(day(random)),
    })),
    patents,
    trademarks,
  };
  const paidBefore =
    random() < 0.02
      ? [{ group: 'madrid-d', item: 'i0-3', policy: 'thirty', year: 2026, fen: Math.floor(random() * 3_000_000) }]
      : [];
  return { id: `s${String(n).padStart(7, '0')}`, facts, paidBefore };
}

export function districtSubjects(count: number): SubjectCase[] {
  const random = randomOf(11);
  return Array.from({ length: count }, (_, n) => subject(n, random));
}
