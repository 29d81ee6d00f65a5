import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const AGENCY_READ = 'ip-agencies.agency.read';
export const PERSON_READ = 'ip-agencies.person.read';
export const NAME_READ = 'ip-agencies.name.read';
export const NAME_DECIDE = 'ip-agencies.name.decide';
export const FIGURES_READ = 'ip-agencies.figures.read';

const OFFICERS = ['ip-officer', 'director', 'reviewer'];

export const ipAgencyPermissions: readonly Permission[] = [
  {
    code: AGENCY_READ,
    label: { zh: '查看服务机构', en: 'See service agencies' },
    roles: [...OFFICERS, 'enforcement-officer', 'liaison', 'agency'],
  },
  {
    code: PERSON_READ,
    label: { zh: '查看服务机构从业人员', en: 'See people of agencies' },
    roles: [...OFFICERS, 'enforcement-officer', 'liaison', 'agency'],
  },
  { code: NAME_READ, label: { zh: '查看待认定的机构名称', en: 'See names to be decided' }, roles: OFFICERS },
  { code: NAME_DECIDE, label: { zh: '认定机构名称', en: 'Decide names of agencies' }, roles: ['ip-officer'] },
  { code: FIGURES_READ, label: { zh: '查看服务业统计', en: 'See figures of the industry' }, roles: OFFICERS },
];

export const ipAgencyErrors: ErrorCatalogue = {
  'ip-agencies.name.unknown': {
    status: 404,
    zh: '专利、商标中没有写作“{written}”的代理机构。',
    en: 'No patent or mark writes its agency as "{written}".',
  },
  'ip-agencies.decision.withdrawn': { status: 409, zh: '该认定已经撤回。', en: 'This decision is already withdrawn.' },
  'ip-agencies.identity.not-open': {
    status: 409,
    zh: '这两条登记已经不在待认定之列，可能刚被他人认定。',
    en: 'These two entries no longer wait for a decision; somebody may just have made it.',
  },
  'ip-agencies.change.field': {
    status: 422,
    zh: '“{field}”不是可以变更的登记事项。',
    en: '"{field}" is no field of the register that can be changed.',
  },
};

export const ipAgencyActions: Readonly<Record<string, Bilingual>> = {
  'ip-agencies.name.decide': { zh: '认定机构名称', en: 'Decide a name of an agency' },
  'ip-agencies.name.withdraw': { zh: '撤回机构名称认定', en: 'Withdraw a decision on a name' },
  'ip-agencies.identity.decide': { zh: '认定是否同一机构', en: 'Decide whether two entries are one agency' },
  'ip-agencies.identity.withdraw': { zh: '撤回是否同一机构的认定', en: 'Withdraw a decision on two entries' },
};
