import { type Catalogue, createCatalogue } from '@jince/rules';
import { type Policy, type PolicyItem, policySchema } from '../policy.ts';

const both = (zh: string) => ({ zh, en: zh });
const fact = (subject: string, path: string, type: 'bool' | 'number' | 'text' | 'date', nullable = true) => ({
  name: `${subject}.${path}`,
  subject,
  path,
  type,
  label: both(path),
  definition: both(path),
  nullable,
});

/** A few facts of the real catalogue's shape, for the tests of this package. */
export const sampleCatalogue: Catalogue = createCatalogue({
  subjects: ['enterprise', 'madrid', 'membership'].map((subject) => ({ subject, label: both(subject) })),
  collections: ['madrid', 'memberships'].map((path) => ({
    name: `enterprise.${path}`,
    subject: 'enterprise',
    path,
    items: path === 'madrid' ? 'madrid' : 'membership',
    label: both(path),
  })),
  facts: [
    fact('enterprise', 'kind', 'text'),
    fact('enterprise', 'uscc', 'text'),
    fact('enterprise', 'active', 'bool'),
    fact('enterprise', 'highTech', 'bool'),
    fact('enterprise', 'patents.abnormal', 'number'),
    fact('enterprise', 'patents.valid', 'number'),
    fact('madrid', 'irNo', 'text'),
    fact('madrid', 'valid', 'bool'),
    fact('madrid', 'registeredOn', 'date'),
    fact('madrid', 'memberCount', 'number'),
    fact('membership', 'certificateNo', 'text'),
    fact('membership', 'edition', 'text'),
    fact('membership', 'validFrom', 'date'),
  ],
});

type ItemDraft = Partial<Record<keyof PolicyItem, unknown>>;

/** An item for Madrid registrations of 2025: 30,000 yuan each; `draft` changes parts of it. */
export function madridItem(draft: ItemDraft = {}): ItemDraft {
  return {
    code: 'madrid',
    name: '马德里国际注册',
    clause: '第三条第（一）项',
    text: '取得马德里国际注册的企业，每件奖励3万元。',
    trigger: 'madrid-registration',
    beneficiaries: ['enterprise'],
    eligibility: 'enterprise.active',
    achievement: {
      subject: 'madrid',
      collection: 'madrid',
      rule: 'madrid.valid',
      dateFact: 'registeredOn',
      keyFact: 'irNo',
      label: '马德里国际注册',
    },
    achieved: { from: '2025-01-01', to: '2025-12-31' },
    amount: { type: 'fixed', fen: 3_000_000 },
    publicityWorkingDays: 5,
    examples: [
      {
        label: '一件',
        enterprise: { kind: 'enterprise', active: true },
        achievements: [{ irNo: '1700001', valid: true, registeredOn: '2025-05-01' }],
        expectFen: 3_000_000,
      },
    ],
    ...draft,
  };
}

/** A policy of 2026 with the given items. */
export function samplePolicy(
  items: readonly ItemDraft[] = [madridItem()],
  draft: Record<string, unknown> = {},
): Policy {
  return policySchema.parse({
    code: 'sample',
    title: '样例政策',
    issuer: '区市场监督管理局',
    fund: '知识产权专项资金',
    year: 2026,
    effectiveFrom: '2025-01-01',
    windows: [{ from: '2026-06-01', to: '2026-12-31' }],
    items,
    ...draft,
  });
}
