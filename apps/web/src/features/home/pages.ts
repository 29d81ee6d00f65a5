import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const homePages: readonly PageDeclaration[] = [
  {
    path: '/',
    load: () => import('./home-page.tsx'),
    messages: ['home', 'plan'],
    permission: permissions.readHome,
    light: true,
  },
];
