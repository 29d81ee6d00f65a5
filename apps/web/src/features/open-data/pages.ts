import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const openDataPages: readonly PageDeclaration[] = [
  {
    path: '/system/open-data',
    load: () => import('./dataset-list-page.tsx'),
    messages: ['open-data'],
    permission: permissions.readOpenData,
  },
  {
    path: '/system/open-data/:code',
    load: () => import('./dataset-page.tsx'),
    messages: ['open-data'],
    permission: permissions.readOpenData,
  },
];
