import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const lawPages: readonly PageDeclaration[] = [
  { path: '/system/law', load: () => import('./law-page.tsx'), messages: ['law'], permission: permissions.readLaw },
  {
    path: '/system/jurisdiction',
    load: () => import('./local-page.tsx'),
    messages: ['law'],
    permission: permissions.readLaw,
  },
];
