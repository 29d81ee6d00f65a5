import { createBrowserRouter } from 'react-router';
import { CrashState, MissingState } from '../../components/page-states.tsx';
import { agencyPortalCreditPages } from '../../features/agency-credit/pages.ts';
import { agencyPortalPages } from '../../features/agency-portal/pages.ts';
import { assistancePortalPages } from '../../features/assistance/pages.ts';
import { associationPortalPages } from '../../features/association/pages.ts';
import { disciplinePortalPages } from '../../features/discipline/pages.ts';
import { inspectionPortalPages } from '../../features/inspections/pages.ts';
import { portalNoticePages } from '../../features/my-files/pages.ts';
import { portalPages } from '../../features/portal/pages.ts';
import { trademarkPortfolioPortalPages } from '../../features/trademark-portfolio/pages.ts';
import { trademarkSearchPages } from '../../features/trademark-search/pages.ts';
import type { PageDeclaration } from '../../lib/page.ts';
import { pageRoute, signInRoute } from '../page-route.tsx';
import { PortalLayout } from './portal-layout.tsx';

const home: PageDeclaration = { path: '/', load: () => import('./portal-home.tsx'), messages: [] };

/** The portals: an enterprise's few pages about itself, and those of a service agency. */
export const portalRouter = createBrowserRouter(
  [
    signInRoute,
    {
      Component: PortalLayout,
      HydrateFallback: () => null,
      ErrorBoundary: CrashState,
      children: [
        {
          ErrorBoundary: CrashState,
          children: [
            ...[
              home,
              ...portalPages,
              ...agencyPortalPages,
              ...assistancePortalPages,
              ...associationPortalPages,
              ...agencyPortalCreditPages,
              ...disciplinePortalPages,
              ...inspectionPortalPages,
              ...trademarkSearchPages,
              ...trademarkPortfolioPortalPages,
              ...portalNoticePages,
            ].map((page) => pageRoute(page, (_page, drawn) => drawn)),
            { path: '*', Component: MissingState },
          ],
        },
      ],
    },
  ],
  { basename: '/portal' },
);
