import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['indicators', 'plan', 'cultivation'];

export const indicatorPages: readonly PageDeclaration[] = [
  {
    path: '/plan/indicators',
    load: () => import('./indicator-list-page.tsx'),
    messages,
    permission: permissions.readIndicators,
  },
  {
    path: '/plan/indicators/:code',
    load: () => import('./indicator-page.tsx'),
    messages,
    permission: permissions.readIndicators,
  },
  {
    path: '/plan/indicators/:code/rows',
    load: () => import('./rows-page.tsx'),
    messages,
    permission: permissions.readIndicators,
  },
  {
    path: '/plan/indicators/:code/rule',
    load: () => import('./rule-page.tsx'),
    messages,
    permission: permissions.editRules,
  },
];
