import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const MARK_SEARCH = 'trademark-search.mark.search';

const OFFICERS = [
  'ip-officer',
  'director',
  'reviewer',
  'enforcement-officer',
  'section-head',
  'legal-reviewer',
  'liaison',
];

export const trademarkSearchPermissions: readonly Permission[] = [
  {
    code: MARK_SEARCH,
    label: { zh: '查询近似商标', en: 'Search for similar marks' },
    roles: [...OFFICERS, 'enterprise', 'agency'],
  },
];
export const trademarkSearchErrors: ErrorCatalogue = {};
export const trademarkSearchActions: Readonly<Record<string, Bilingual>> = {};
