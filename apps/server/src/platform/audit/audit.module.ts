import { bind, type ModuleDefinition } from '../module.ts';
import { auditErrors } from './audit.errors.ts';
import { auditPermissions } from './audit.permissions.ts';
import { verifyAudit } from './commands/verify-audit.ts';
import { listAuditEntries } from './queries/list-audit-entries.ts';
import { writeCheckpointTask } from './write-checkpoint.ts';

export const auditModule: ModuleDefinition = {
  name: 'audit',
  routes: [
    bind('listAuditEntries', 'platform.audit.read', listAuditEntries),
    bind('verifyAudit', 'platform.audit.verify', verifyAudit),
  ],
  permissions: auditPermissions,
  errors: auditErrors,
  actions: {
    'platform.audit.verify': { zh: '校验审计链', en: 'Check the audit chain' },
    'platform.audit.export': { zh: '导出审计日志', en: 'Export the audit log' },
    'platform.access.check': { zh: '越权访问', en: 'Access check' },
  },
  jobs: [writeCheckpointTask],
};
