import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const organisationPages: readonly PageDeclaration[] = [
  {
    path: '/organisation',
    load: () => import('./organisation-page.tsx'),
    messages: ['organisation'],
    permission: permissions.readOrganisation,
  },
];
