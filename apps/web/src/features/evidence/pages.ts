import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const permission = permissions.readEvidence;

export const evidencePages: readonly PageDeclaration[] = [
  {
    path: '/protection/cases/:id/evidence',
    load: () => import('./evidence-page.tsx'),
    messages: ['evidence', 'case-frame', 'labels'],
    permission,
  },
  { path: '/protection/measures', load: () => import('./measure-list-page.tsx'), messages: ['evidence'], permission },
  { path: '/protection/things/:code', load: () => import('./thing-page.tsx'), messages: ['evidence'], permission },
];
