import { ApiError } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { isFieldDevice } from '../../lib/kept.ts';
import { meQuery } from '../../lib/meta.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import { SubNav } from './sub-nav.tsx';
import './shell.css';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const MobileNav = lazy(() => import('./mobile-nav.tsx'));
const OutboxRunner = lazy(() => import('../../features/work/outbox-runner.tsx'));

function useShortcut(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [open]);
}

/** A new page is announced by moving the focus to it, as a page load would. */
function useFocusOnPage(pathname: string) {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}

function Frame() {
  const { t } = useTranslation('shell');
  const [palette, setPalette] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [openPalette] = useState(() => () => setPalette(true));
  const { pathname } = useLocation();
  const busy = useNavigation().state === 'loading';
  useShortcut(openPalette);
  useFocusOnPage(pathname);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the address changes
  useEffect(() => setDrawer(false), [pathname]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <div className={busy ? 'route-bar busy' : 'route-bar'} aria-hidden="true" />
      <Header onSearch={openPalette} onMenu={() => setDrawer(true)} />
      <SubNav />
      <Notices />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense fallback={null}>
        {palette && <CommandPalette onClose={() => setPalette(false)} />}
        {drawer && <MobileNav onClose={() => setDrawer(false)} />}
        {isFieldDevice() && <OutboxRunner />}
      </Suspense>
      <SessionGate />
      <ScrollRestoration getKey={(location) => location.pathname} />
    </>
  );
}

/** Everything around a page. Nothing is drawn before the session is known. */
export function ConsoleLayout() {
  const session = useQuery(meQuery);
  const location = useLocation();
  if (session.data?.mustChangePassword) return <Navigate to="/sign-in" replace />;
  if (session.data) return <Frame />;
  if (session.error instanceof ApiError && session.error.status === 401) {
    const next = `${location.pathname}${location.search}`;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.error) return <FailedState error={session.error} onRetry={() => session.refetch()} />;
  return <PageSkeleton />;
}
