import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['work', 'cultivation', 'labels'];

export const workPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/work',
    load: () => import('./work-page.tsx'),
    messages,
    permission: permissions.logVisits,
  },
  {
    path: '/cultivation/targets/:id',
    load: () => import('./target-page.tsx'),
    messages,
    permission: permissions.readTargets,
  },
  {
    path: '/cultivation/targets/:id/visit',
    load: () => import('./visit-page.tsx'),
    messages,
    permission: permissions.logVisits,
  },
];
