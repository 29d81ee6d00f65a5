import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const inventoryPages: readonly PageDeclaration[] = [
  {
    path: '/inventory',
    load: () => import('./inventory-page.tsx'),
    messages: ['inventory', 'labels'],
    permission: permissions.readInventory,
  },
];
