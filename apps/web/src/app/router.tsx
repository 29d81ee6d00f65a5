import { Fragment } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashState, MissingState } from '../components/page-states.tsx';
import { chapters } from '../config/navigation.ts';
import { isBuilt } from '../lib/built-pages.ts';
import { i18next } from '../lib/i18n.ts';
import type { PageDeclaration } from '../lib/page.ts';
import { pages } from './features.ts';
import { Guard } from './guard.tsx';
import { ConsoleLayout } from './shell/console-layout.tsx';

function toRoute(page: PageDeclaration): RouteObject {
  return {
    path: page.path,
    lazy: async () => {
      const [{ Page }, Host] = await Promise.all([
        page.load(),
        page.light ? Fragment : import('./app-host.tsx').then((module) => module.AppHost),
        i18next.loadNamespaces([...page.messages]),
      ]);
      return {
        element: (
          <Guard permission={page.permission}>
            <Host>
              <Page />
            </Host>
          </Guard>
        ),
      };
    },
  };
}

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
  {
    path: '/sign-in',
    lazy: async () => {
      const [{ SignInPage }] = await Promise.all([
        import('../features/sign-in/sign-in-page.tsx'),
        i18next.loadNamespaces('sign-in'),
      ]);
      return { Component: SignInPage };
    },
    ErrorBoundary: CrashState,
    HydrateFallback: () => null,
  },
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
