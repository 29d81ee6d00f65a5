import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const poolPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/pools',
    load: () => import('./pool-page.tsx'),
    messages: ['pool', 'labels'],
    permission: permissions.readPool,
  },
];
