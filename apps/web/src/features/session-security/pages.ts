import type { PageDeclaration } from '../../lib/page.ts';

export const sessionSecurityPages: readonly PageDeclaration[] = [
  { path: '/account/security', load: () => import('./security-page.tsx'), messages: ['session-security'] },
];
