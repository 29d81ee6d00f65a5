import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['agency-affairs', 'procedures', 'labels'];

/** The portal of service agencies; its home shares the address `/` with that of enterprises (app/portal). */
export const agencyPortalPages: readonly PageDeclaration[] = [
  { path: '/file', load: () => import('./file-page.tsx'), messages },
  { path: '/file/requests/:id', load: () => import('./request-page.tsx'), messages },
  { path: '/annual-reports', load: () => import('./reports-page.tsx'), messages },
  { path: '/annual-reports/:id', load: () => import('./report-page.tsx'), messages },
  { path: '/inquiries', load: () => import('./inquiries-page.tsx'), messages },
  { path: '/inquiries/:id', load: () => import('./inquiry-page.tsx'), messages },
  { path: '/services', load: () => import('./services-page.tsx'), messages },
  { path: '/my-account', load: () => import('./account-page.tsx'), messages },
];

export const agencyHome: PageDeclaration = { path: '/', load: () => import('./home-page.tsx'), messages };
