import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['public-reports', 'procedures', 'labels'];

export const publicReportPages: readonly PageDeclaration[] = [
  {
    path: '/agencies/reports',
    load: () => import('./report-list-page.tsx'),
    messages,
    permission: permissions.readPublicReports,
  },
  {
    path: '/agencies/reports/held',
    load: () => import('./group-list-page.tsx'),
    messages,
    permission: permissions.judgeReportGroups,
  },
  {
    path: '/agencies/reports/held/:id',
    load: () => import('./group-page.tsx'),
    messages,
    permission: permissions.judgeReportGroups,
  },
  {
    path: '/agencies/reports/:id',
    load: () => import('./report-page.tsx'),
    messages,
    permission: permissions.readPublicReports,
  },
];
