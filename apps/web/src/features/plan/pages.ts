import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['plan', 'cultivation'];

export const planPages: readonly PageDeclaration[] = [
  {
    path: '/plan/clauses',
    load: () => import('./clause-list-page.tsx'),
    messages,
    permission: permissions.readPlan,
    light: true,
  },
  {
    path: '/plan/clauses/:code',
    load: () => import('./clause-page.tsx'),
    messages,
    permission: permissions.readPlan,
    light: true,
  },
];
