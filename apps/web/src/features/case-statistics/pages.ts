import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const caseStatisticPages: readonly PageDeclaration[] = [
  {
    path: '/protection/case-statistics',
    load: () => import('./statistics-page.tsx'),
    messages: ['case-statistics', 'labels'],
    permission: permissions.readCaseStatistics,
  },
];
