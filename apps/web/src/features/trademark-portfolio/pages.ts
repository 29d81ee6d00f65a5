import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['trademark-portfolio', 'labels'];

export const trademarkPortfolioPages: readonly PageDeclaration[] = [
  {
    path: '/trademarks/portfolio',
    load: () => import('./portfolio-page.tsx'),
    messages,
    permission: permissions.readMarkLives,
  },
  {
    path: '/trademarks/brand/:id',
    load: () => import('./brand-page.tsx'),
    messages,
    permission: permissions.readMarkLives,
  },
  {
    path: '/trademarks/material/:id',
    load: () => import('./material-page.tsx'),
    messages: [...messages, 'plan'],
    permission: permissions.readMarkMaterial,
  },
  {
    path: '/trademarks/:id/life',
    load: () => import('./life-page.tsx'),
    messages,
    permission: permissions.readMarkLives,
  },
];

/** An enterprise's own marks, in the portal. */
export const trademarkPortfolioPortalPages: readonly PageDeclaration[] = [
  { path: '/marks', load: () => import('./own-marks-page.tsx'), messages },
  { path: '/marks/:id', load: () => import('./own-mark-page.tsx'), messages },
  { path: '/marks/material/:id', load: () => import('./material-page.tsx'), messages: [...messages, 'plan'] },
  { path: '/brand', load: () => import('./brand-page.tsx'), messages },
];
