import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['case-papers', 'case-frame', 'labels'];

export const casePaperPages: readonly PageDeclaration[] = [
  {
    path: '/protection/cases/:id/papers',
    load: () => import('./papers-page.tsx'),
    messages,
    permission: permissions.readCases,
  },
  {
    path: '/protection/cases/:id/papers/:paperId',
    load: () => import('./paper-page.tsx'),
    messages,
    permission: permissions.readCases,
  },
  {
    path: '/protection/publicity',
    load: () => import('./publicity-page.tsx'),
    messages,
    permission: permissions.readCasePublicity,
  },
];
