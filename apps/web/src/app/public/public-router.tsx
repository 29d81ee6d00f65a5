import { createBrowserRouter, Navigate } from 'react-router';
import { CrashState, MissingState } from '../../components/page-states.tsx';
import { publicListPages } from '../../features/public-lists/pages.ts';
import { pageRoute } from '../page-route.tsx';
import { PublicLayout } from './public-layout.tsx';

/** What everyone may read, without an account. */
export const publicRouter = createBrowserRouter(
  [
    {
      Component: PublicLayout,
      HydrateFallback: () => null,
      ErrorBoundary: CrashState,
      children: [
        {
          ErrorBoundary: CrashState,
          children: [
            { index: true, element: <Navigate to="/lists" replace /> },
            ...publicListPages.map((page) => pageRoute(page, (_page, drawn) => drawn)),
            { path: '*', Component: MissingState },
          ],
        },
      ],
    },
  ],
  { basename: '/public' },
);
