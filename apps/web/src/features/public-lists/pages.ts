import type { PageDeclaration } from '../../lib/page.ts';

export const publicListPages: readonly PageDeclaration[] = [
  { path: '/lists', load: () => import('./public-lists-page.tsx'), messages: ['public-lists'], light: true },
  { path: '/lists/:id', load: () => import('./public-list-page.tsx'), messages: ['public-lists'], light: true },
];
