import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['imports', 'labels'] as const;

export const importPages: readonly PageDeclaration[] = [
  { path: '/imports', load: () => import('./import-list-page.tsx'), messages, permission: permissions.readImports },
  { path: '/imports/new', load: () => import('./upload-page.tsx'), messages, permission: permissions.createImports },
  { path: '/imports/:id', load: () => import('./import-page.tsx'), messages, permission: permissions.readImports },
];
