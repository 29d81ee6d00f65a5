import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const reportPages: readonly PageDeclaration[] = [
  {
    path: '/plan/reports',
    load: () => import('./report-page.tsx'),
    messages: ['reports'],
    permission: permissions.readReports,
  },
];
