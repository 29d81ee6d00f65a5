import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['portal', 'labels', 'plan', 'cultivation', 'procedures'];

export const portalPages: readonly PageDeclaration[] = [
  { path: '/entitlements', load: () => import('./entitlements/own-entitlements-page.tsx'), messages },
  { path: '/applications', load: () => import('./applications/own-claims-page.tsx'), messages },
  { path: '/applications/new', load: () => import('./applications/new-claim-page.tsx'), messages },
  { path: '/applications/:id', load: () => import('./applications/own-claim-page.tsx'), messages },
  { path: '/rights', load: () => import('./rights/own-rights-page.tsx'), messages },
  { path: '/account', load: () => import('./account/own-account-page.tsx'), messages },
];

export const enterpriseHome: PageDeclaration = {
  path: '/',
  load: () => import('./home/portal-home-page.tsx'),
  messages,
};
