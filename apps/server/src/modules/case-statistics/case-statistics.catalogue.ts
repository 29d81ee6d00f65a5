import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const FORM_READ = 'case-statistics.form.read';

export const caseStatisticPermissions: readonly Permission[] = [
  {
    code: FORM_READ,
    label: { zh: '查看案件统计表', en: 'See the statistics of cases' },
    roles: ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'section-head', 'legal-reviewer'],
  },
];

export const caseStatisticErrors: ErrorCatalogue = {
  'case-statistics.period.reversed': {
    status: 400,
    zh: '起始日 {from} 在截止日 {to} 之后。',
    en: 'The period ends ({to}) before it begins ({from}).',
  },
};

export const caseStatisticActions: Readonly<Record<string, Bilingual>> = {};
