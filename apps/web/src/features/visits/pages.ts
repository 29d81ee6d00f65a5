import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const visitPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/visits',
    load: () => import('./visit-list-page.tsx'),
    messages: ['visits', 'cultivation'],
    permission: permissions.readVisits,
  },
  {
    path: '/cultivation/briefs/:id',
    load: () => import('./brief-page.tsx'),
    messages: ['visits', 'cultivation', 'labels'],
    permission: permissions.readAdvice,
  },
];
