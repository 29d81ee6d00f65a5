import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const userPages: readonly PageDeclaration[] = [
  { path: '/users', load: () => import('./users-page.tsx'), messages: ['users'], permission: permissions.readAccounts },
];
