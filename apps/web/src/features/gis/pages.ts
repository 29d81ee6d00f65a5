import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const giPages: readonly PageDeclaration[] = [
  {
    path: '/gis',
    load: () => import('./gi-page.tsx'),
    messages: ['gis', 'labels'],
    permission: permissions.readGis,
  },
];
