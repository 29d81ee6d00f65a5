import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const patentPages: readonly PageDeclaration[] = [
  {
    path: '/patents',
    load: () => import('./patent-list-page.tsx'),
    messages: ['patents', 'labels'],
    permission: permissions.readPatents,
  },
  {
    path: '/patents/:id',
    load: () => import('./patent-page.tsx'),
    messages: ['patents', 'labels'],
    permission: permissions.readPatents,
  },
];
