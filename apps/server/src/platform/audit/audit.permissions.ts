import type { Permission } from '../access/access.ts';

export const auditPermissions: readonly Permission[] = [
  { code: 'platform.audit.read', label: { zh: '查看审计日志', en: 'Read the audit log' }, roles: ['audit-admin'] },
  { code: 'platform.audit.verify', label: { zh: '校验审计链', en: 'Check the audit chain' }, roles: ['audit-admin'] },
];
