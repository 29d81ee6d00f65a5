import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['trademark-watch', 'procedures', 'labels'];

export const trademarkWatchPages: readonly PageDeclaration[] = [
  {
    path: '/protection/protected-marks',
    load: () => import('./mark-list-page.tsx'),
    messages,
    permission: permissions.readProtectedMarks,
  },
  {
    path: '/protection/protected-marks/:id',
    load: () => import('./mark-page.tsx'),
    messages,
    permission: permissions.readProtectedMarks,
  },
  {
    path: '/protection/watch',
    load: () => import('./watch-page.tsx'),
    messages,
    permission: permissions.readWatchHits,
  },
  {
    path: '/protection/watch/hits/:id',
    load: () => import('./hit-page.tsx'),
    messages,
    permission: permissions.readWatchHits,
  },
  {
    path: '/protection/platform-notices',
    load: () => import('./notice-list-page.tsx'),
    messages,
    permission: permissions.readPlatformNotices,
  },
  {
    path: '/protection/platform-notices/:id',
    load: () => import('./notice-page.tsx'),
    messages: [...messages, 'evidence'],
    permission: permissions.readPlatformNotices,
  },
];
