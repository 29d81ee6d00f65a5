import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['association', 'procedures', 'labels'];
const permission = permissions.readAssociation;

export const associationPages: readonly PageDeclaration[] = [
  { path: '/agencies/association', load: () => import('./association-page.tsx'), messages, permission },
  { path: '/agencies/association/agencies/:id', load: () => import('./agency-page.tsx'), messages, permission },
  { path: '/agencies/association/documents/:id', load: () => import('./document-page.tsx'), messages, permission },
  { path: '/agencies/association/complaints/:id', load: () => import('./complaint-page.tsx'), messages, permission },
];

/** What the portals show: ratings of an enterprise's own finished matters, an agency's own matters with the association. */
export const associationPortalPages: readonly PageDeclaration[] = [
  { path: '/ratings', load: () => import('./own-ratings-page.tsx'), messages: ['association', 'labels'] },
  { path: '/association', load: () => import('./own-association-page.tsx'), messages },
  { path: '/association/complaints/:id', load: () => import('./complaint-page.tsx'), messages },
];
