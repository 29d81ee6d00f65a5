import { type Catalogue, createCatalogue } from '@jince/rules';
import type { PolicyItem } from './policy.ts';

/** The catalogue with the subject `claim`: what the applicant of this item states. */
export function withDeclared(catalogue: Catalogue, item: PolicyItem): Catalogue {
  if (item.achievement.subject !== 'claim') return catalogue;
  return createCatalogue({
    subjects: [...catalogue.subjects, { subject: 'claim', label: { zh: '申报内容', en: 'claim' } }],
    collections: catalogue.collections,
    facts: [
      ...catalogue.facts,
      ...item.declared.map(({ path, type, label, unit }) => ({
        name: `claim.${path}`,
        subject: 'claim',
        path,
        type,
        label: { zh: label, en: label },
        definition: { zh: `申报时填写的${label}`, en: `${label}, as stated in the claim` },
        ...(unit === null ? {} : { unit: { zh: unit, en: unit } }),
        nullable: true,
      })),
      ...item.checks.map(({ path, label }) => ({
        name: `claim.${path}`,
        subject: 'claim',
        path,
        type: 'bool' as const,
        label: { zh: label, en: label },
        definition: { zh: `按登记数据核对：${label}`, en: `${label}, checked against the registers` },
        nullable: true,
      })),
    ],
  });
}
