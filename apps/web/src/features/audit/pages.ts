import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const auditPages: readonly PageDeclaration[] = [
  { path: '/audit', load: () => import('./audit-page.tsx'), messages: ['audit'], permission: permissions.readAudit },
];
