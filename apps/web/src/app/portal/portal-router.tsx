import { createBrowserRouter } from 'react-router';
import { CrashState, MissingState } from '../../components/page-states.tsx';
import { portalPages } from '../../features/portal/pages.ts';
import { pageRoute, signInRoute } from '../page-route.tsx';
import { PortalLayout } from './portal-layout.tsx';

/** The enterprises' portal: its own few pages about one enterprise. */
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
            ...portalPages.map((page) => pageRoute(page, (_page, drawn) => drawn)),
            { path: '*', Component: MissingState },
          ],
        },
      ],
    },
  ],
  { basename: '/portal' },
);
