import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['discipline', 'procedures', 'labels'];

export const disciplinePages: readonly PageDeclaration[] = [
  {
    path: '/agencies/discipline',
    load: () => import('./entry-list-page.tsx'),
    messages,
    permission: permissions.readDisciplineLists,
  },
  {
    path: '/agencies/discipline/:id',
    load: () => import('./entry-page.tsx'),
    messages,
    permission: permissions.readDiscipline,
  },
];

/** The same of oneself, in the portals. */
export const disciplinePortalPages: readonly PageDeclaration[] = [
  { path: '/discipline', load: () => import('./own-entries-page.tsx'), messages },
  { path: '/discipline/:id', load: () => import('./entry-page.tsx'), messages },
];
