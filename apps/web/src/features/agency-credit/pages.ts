import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['agency-credit', 'procedures', 'labels'];
const permission = permissions.readCredit;

const subject = () => import('./subject-page.tsx');
const evaluation = () => import('./evaluation-page.tsx');

export const agencyCreditPages: readonly PageDeclaration[] = [
  { path: '/agencies/credit', load: () => import('./credit-page.tsx'), messages, permission },
  { path: '/agencies/credit/rounds/:id', load: () => import('./round-page.tsx'), messages, permission },
  { path: '/agencies/credit/evaluations/:id', load: evaluation, messages, permission },
  { path: '/agencies/credit/:type/:id', load: subject, messages, permission },
];

/** The same of one's own, for the portal of agencies. */
export const agencyPortalCreditPages: readonly PageDeclaration[] = [
  { path: '/credit', load: () => import('./own-credit-page.tsx'), messages, permission },
  { path: '/credit/evaluations/:id', load: evaluation, messages, permission },
  { path: '/credit/:type/:id', load: subject, messages, permission },
];
