import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

/** The same page in the console and in the portals. */
export const trademarkSearchPages: readonly PageDeclaration[] = [
  {
    path: '/trademark-search',
    load: () => import('./mark-search-page.tsx'),
    messages: ['trademark-search', 'labels'],
    permission: permissions.searchMarks,
  },
];
