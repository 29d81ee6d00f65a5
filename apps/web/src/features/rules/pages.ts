import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const rulePages: readonly PageDeclaration[] = [
  {
    path: '/rules',
    load: () => import('./workbench-page.tsx'),
    messages: ['rules', 'cultivation'],
    permission: permissions.tryRules,
  },
];
