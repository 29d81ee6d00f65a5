import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const BODY_READ = 'organisation.body.read';
export const OFFICER_READ = 'organisation.officer.read';
export const OFFICER_UNMASK = 'organisation.officer.unmask';
export const OFFICER_LINK = 'organisation.officer.link';

const DISTRICT_STAFF = ['ip-officer', 'director', 'reviewer', 'finance-officer'];

export const organisationPermissions: readonly Permission[] = [
  {
    code: BODY_READ,
    label: { zh: '查看机构', en: 'See bodies' },
    roles: [
      ...DISTRICT_STAFF,
      'enforcement-officer',
      'section-head',
      'liaison',
      'department',
      'system-admin',
      'security-admin',
    ],
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
  {
    code: OFFICER_LINK,
    label: { zh: '设置人员与账号的对应', en: 'Link officers with accounts' },
    roles: ['section-head', 'system-admin'],
    // Who signs in for whom is an affair of accounts, and one of the section the officer works in.
    shared: true,
  },
];

export const organisationErrors: ErrorCatalogue = {
  'organisation.officer.account-taken': {
    status: 409,
    zh: '该账号已对应{officer}。一个账号只对应一名人员，请先取消原来的对应。',
    en: 'The account already stands for {officer}: an account is of one officer. Undo that link first.',
  },
};

export const organisationActions: Readonly<Record<string, Bilingual>> = {
  [OFFICER_UNMASK]: { zh: '查看人员个人信息', en: 'See personal data of officers' },
  [OFFICER_LINK]: { zh: '设置人员与账号的对应', en: 'Link an officer with an account' },
  'organisation.body.sync': { zh: '按辖区包更新机构', en: 'Bring bodies in line with the jurisdiction pack' },
};
