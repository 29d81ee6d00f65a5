import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['funds', 'plan', 'labels'];

export const fundPages: readonly PageDeclaration[] = [
  {
    path: '/incentives/budget',
    load: () => import('./budget-page.tsx'),
    messages,
    permission: permissions.readBudgets,
  },
  {
    path: '/incentives/payments',
    load: () => import('./payments-page.tsx'),
    messages,
    permission: permissions.readPayments,
  },
];
