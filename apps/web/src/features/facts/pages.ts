import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const factPages: readonly PageDeclaration[] = [
  {
    path: '/facts',
    load: () => import('./fact-list-page.tsx'),
    messages: ['facts', 'cultivation'],
    permission: permissions.readFacts,
  },
  {
    path: '/facts/:name',
    load: () => import('./fact-page.tsx'),
    messages: ['facts', 'cultivation'],
    permission: permissions.readFacts,
  },
];
