import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const wallPages: readonly PageDeclaration[] = [
  {
    path: '/plan/wall',
    load: () => import('./wall-page.tsx'),
    messages: ['wall', 'plan'],
    permission: permissions.readPlan,
    light: true,
  },
];
