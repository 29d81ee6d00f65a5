import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const trademarkPages: readonly PageDeclaration[] = [
  {
    path: '/trademarks',
    load: () => import('./trademark-list-page.tsx'),
    messages: ['trademarks', 'labels'],
    permission: permissions.readTrademarks,
  },
  {
    path: '/trademarks/:id',
    load: () => import('./trademark-page.tsx'),
    messages: ['trademarks', 'labels'],
    permission: permissions.readTrademarks,
  },
];
