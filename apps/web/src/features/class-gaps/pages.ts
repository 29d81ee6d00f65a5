import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['class-gaps', 'labels'];

export const classGapPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/class-gaps',
    load: () => import('./class-gap-list-page.tsx'),
    messages,
    permission: permissions.readAdvice,
  },
  {
    path: '/cultivation/class-gaps/:id',
    load: () => import('./class-gap-page.tsx'),
    messages,
    permission: permissions.readAdvice,
  },
];
