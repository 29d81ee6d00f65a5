import type { Permission } from '../access/access.ts';

/** Opening accounts and granting roles are in different hands (三员): no role holds both. */
export const identityPermissions: readonly Permission[] = [
  {
    code: 'platform.account.read',
    label: { zh: '查看账号', en: 'See accounts' },
    roles: ['system-admin', 'security-admin', 'audit-admin'],
  },
  { code: 'platform.account.create', label: { zh: '开设账号', en: 'Open accounts' }, roles: ['system-admin'] },
  {
    code: 'platform.account.update',
    label: { zh: '修改或停用账号', en: 'Change or disable accounts' },
    roles: ['system-admin'],
  },
  {
    code: 'platform.account.reset-password',
    label: { zh: '重置口令', en: 'Reset passwords' },
    roles: ['system-admin'],
  },
  {
    code: 'platform.role.read',
    label: { zh: '查看角色', en: 'See roles' },
    roles: ['system-admin', 'security-admin', 'audit-admin'],
  },
  { code: 'platform.role.grant', label: { zh: '授予角色', en: 'Grant roles' }, roles: ['security-admin'] },
];
