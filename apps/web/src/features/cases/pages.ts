import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['cases', 'case-frame', 'procedures', 'labels'];

export const casePages: readonly PageDeclaration[] = [
  {
    path: '/protection/cases',
    load: () => import('./case-list-page.tsx'),
    messages,
    permission: permissions.readCases,
  },
  {
    path: '/protection/cases/new',
    load: () => import('./new-case-page.tsx'),
    messages,
    permission: permissions.registerClues,
  },
  {
    path: '/protection/cases/:id',
    load: () => import('./case-page.tsx'),
    messages,
    permission: permissions.readCases,
  },
  {
    path: '/protection/adjudications',
    load: () => import('./adjudication-list-page.tsx'),
    messages,
    permission: permissions.readAdjudications,
  },
  {
    path: '/protection/adjudications/:id',
    load: () => import('./adjudication-page.tsx'),
    messages,
    permission: permissions.readAdjudications,
  },
];
