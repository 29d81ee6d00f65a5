import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['desk', 'procedures', 'labels'];

export const deskPages: readonly PageDeclaration[] = [
  { path: '/protection/desk', load: () => import('./desk-page.tsx'), messages, permission: permissions.readFiles },
];
