import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const load = () => import('./matching-page.tsx');
const messages = ['matching', 'labels'] as const;

export const matchingPages: readonly PageDeclaration[] = [
  { path: '/matching', load, messages, permission: permissions.reviewMatches },
  { path: '/matching/:id', load: () => import('./mention-page.tsx'), messages, permission: permissions.reviewMatches },
];
