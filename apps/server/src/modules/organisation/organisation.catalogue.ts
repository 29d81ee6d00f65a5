import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const BODY_READ = 'organisation.body.read';
export const OFFICER_READ = 'organisation.officer.read';
export const OFFICER_UNMASK = 'organisation.officer.unmask';

const DISTRICT_STAFF = ['ip-officer', 'director', 'reviewer', 'finance-officer'];

export const organisationPermissions: readonly Permission[] = [
  {
    code: BODY_READ,
    label: { zh: '查看机构', en: 'See bodies' },
    roles: [...DISTRICT_STAFF, 'enforcement-officer', 'liaison', 'department', 'system-admin', 'security-admin'],
    // Bodies and posts are published facts; administrators need them to place accounts and roles.
    shared: true,
  },
  {
    code: OFFICER_READ,
    label: { zh: '查看执法和管理人员', en: 'See officers' },
    roles: ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'liaison'],
  },
  {
    code: OFFICER_UNMASK,
    label: { zh: '查看人员姓名、证号和电话', en: 'See names and numbers of officers' },
    roles: ['ip-officer', 'director'],
  },
];

export const organisationErrors: ErrorCatalogue = {};

export const organisationActions: Readonly<Record<string, Bilingual>> = {
  [OFFICER_UNMASK]: { zh: '查看人员个人信息', en: 'See personal data of officers' },
  'organisation.body.sync': { zh: '按辖区包更新机构', en: 'Bring bodies in line with the jurisdiction pack' },
};
