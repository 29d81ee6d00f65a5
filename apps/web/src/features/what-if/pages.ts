import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const whatIfPages: readonly PageDeclaration[] = [
  {
    path: '/incentives/what-if',
    load: () => import('./what-if-page.tsx'),
    messages: ['what-if', 'cultivation', 'plan'],
    permission: permissions.runWhatIf,
  },
];
