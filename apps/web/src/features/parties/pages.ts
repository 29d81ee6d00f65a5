import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const partyPages: readonly PageDeclaration[] = [
  {
    path: '/parties',
    load: () => import('./party-list-page.tsx'),
    messages: ['parties', 'labels'],
    permission: permissions.readParties,
  },
  {
    path: '/parties/:id',
    load: () => import('./party-page.tsx'),
    messages: ['parties', 'labels'],
    permission: permissions.readParties,
  },
];
