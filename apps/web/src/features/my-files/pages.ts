import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const myFilePages: readonly PageDeclaration[] = [
  {
    path: '/coordination/inbox',
    load: () => import('./inbox-page.tsx'),
    messages: ['my-files', 'procedures'],
    permission: permissions.readFiles,
  },
];

export const portalNoticePages: readonly PageDeclaration[] = [
  {
    path: '/notices',
    load: () => import('./portal-notices-page.tsx'),
    messages: ['my-files', 'notices', 'procedures'],
  },
];
