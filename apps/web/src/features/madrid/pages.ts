import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const madridPages: readonly PageDeclaration[] = [
  {
    path: '/madrid',
    load: () => import('./madrid-page.tsx'),
    messages: ['madrid', 'labels'],
    permission: permissions.readMadrid,
  },
];
