import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashState, MissingState } from '../components/page-states.tsx';
import { chapters } from '../config/navigation.ts';
import { isBuilt } from '../lib/built-pages.ts';
import type { PageDeclaration } from '../lib/page.ts';
import { pages } from './features.ts';
import { Guard } from './guard.tsx';
import { pageRoute, signInRoute } from './page-route.tsx';
import { ConsoleLayout } from './shell/console-layout.tsx';

const toRoute = (page: PageDeclaration): RouteObject =>
  pageRoute(page, ({ permission }, drawn) => <Guard permission={permission}>{drawn}</Guard>);

const notBuilt: PageDeclaration[] = chapters
  .flatMap((chapter) => chapter.items)
  .filter((item) => !isBuilt(item.path))
  .map((item) => ({
    path: item.path,
    load: () => import('../features/not-built/not-built-page.tsx'),
    messages: ['clauses'],
    light: true,
  }));

export const router = createBrowserRouter([
  signInRoute,
  {
    Component: ConsoleLayout,
    HydrateFallback: () => null,
    ErrorBoundary: CrashState,
    children: [
      // A page that breaks must not take the navigation with it.
      {
        ErrorBoundary: CrashState,
        children: [...pages.map(toRoute), ...notBuilt.map(toRoute), { path: '*', Component: MissingState }],
      },
    ],
  },
]);
