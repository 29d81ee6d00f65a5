import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['policies', 'cultivation', 'labels', 'plan'];
const permission = permissions.readPolicies;

export const policyPages: readonly PageDeclaration[] = [
  { path: '/incentives/policies', load: () => import('./policy-list-page.tsx'), messages, permission },
  { path: '/incentives/policies/answers', load: () => import('./answers-page.tsx'), messages, permission },
  { path: '/incentives/policies/:id', load: () => import('./policy-page.tsx'), messages, permission },
  { path: '/incentives/policies/:id/changes', load: () => import('./changes-page.tsx'), messages, permission },
  {
    path: '/incentives/policies/:id/edit',
    load: () => import('./editor-page.tsx'),
    messages,
    permission: permissions.editPolicies,
  },
];
