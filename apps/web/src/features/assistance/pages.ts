import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['assistance', 'procedures', 'labels'];

export const assistancePages: readonly PageDeclaration[] = [
  {
    path: '/protection/rights-aid',
    load: () => import('./aid-list-page.tsx'),
    messages,
    permission: permissions.readAid,
  },
  {
    path: '/protection/rights-aid/:id',
    load: () => import('./aid-page.tsx'),
    messages,
    permission: permissions.readAid,
  },
  {
    path: '/protection/cross-region',
    load: () => import('./region-list-page.tsx'),
    messages,
    permission: permissions.readCrossRegion,
  },
  {
    path: '/protection/cross-region/:id',
    load: () => import('./region-page.tsx'),
    messages: [...messages, 'evidence'],
    permission: permissions.readCrossRegion,
  },
];

/** An enterprise's own requests, in the portal. */
export const assistancePortalPages: readonly PageDeclaration[] = [
  { path: '/aid', load: () => import('./own-aid-list-page.tsx'), messages },
  { path: '/aid/new', load: () => import('./own-new-aid-page.tsx'), messages },
  { path: '/aid/:id', load: () => import('./own-aid-page.tsx'), messages },
];
