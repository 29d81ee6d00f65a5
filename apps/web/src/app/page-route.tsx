import { Fragment, type ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { CrashState } from '../components/page-states.tsx';
import { i18next } from '../lib/i18n.ts';
import type { PageDeclaration } from '../lib/page.ts';

/** The route of a declared page: its code and its words are fetched when it is first opened. */
export function pageRoute(
  page: PageDeclaration,
  guard: (page: PageDeclaration, drawn: ReactNode) => ReactNode,
): RouteObject {
  return {
    path: page.path,
    lazy: async () => {
      const [{ Page }, Host] = await Promise.all([
        page.load(),
        page.light ? Fragment : import('./app-host.tsx').then((module) => module.AppHost),
        i18next.loadNamespaces([...page.messages]),
      ]);
      return {
        element: guard(
          page,
          <Host>
            <Page />
          </Host>,
        ),
      };
    },
  };
}

/** Sign-in is the same page for everyone who has an account. */
export const signInRoute: RouteObject = {
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
};
