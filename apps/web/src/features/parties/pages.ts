import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const partyPages: readonly PageDeclaration[] = [
  {
    path: '/enterprises',
    load: () => import('./party-list-page.tsx'),
    messages: ['parties', 'labels'],
    permission: permissions.readParties,
  },
  {
    path: '/enterprises/:id',
    load: () => import('./party-page.tsx'),
    messages: ['parties', 'cultivation', 'labels', 'plan'],
    permission: permissions.readParties,
  },
];
