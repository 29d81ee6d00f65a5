import { ApiError } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { FailedState, PageState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { WeaveMark } from '../../components/weave-mark.tsx';
import { meQuery, useMe } from '../../lib/meta.ts';
import { unreadQuery } from '../../lib/notices.ts';
import { ownParties, useOwnParty } from '../../lib/own-party.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import { UserMenu } from '../shell/user-menu.tsx';
import { useOwnRole } from './own-role.ts';
import { PortalPlaces } from './portal-places.tsx';
import '../shell/shell.css';
import './portal.css';

/** Which of the enterprises an account stands for is shown; most accounts have one. */
function PartySwitch() {
  const { t } = useTranslation('shell');
  const { partyId, parties, choose } = useOwnParty();
  // With one enterprise, its name is the account's.
  if (parties.length < 2) return null;
  return (
    <select
      className="party-switch"
      aria-label={t('portal.party')}
      value={partyId}
      onChange={(event) => choose(event.target.value)}
    >
      {parties.map((party) => (
        <option key={party.id} value={party.id}>
          {party.name}
        </option>
      ))}
    </select>
  );
}

/** Opens the notices; says how many are not read. */
function NoticesLink() {
  const { t } = useTranslation('shell');
  const unread = useQuery(unreadQuery).data ?? 0;
  return (
    <Link
      to="/notices"
      className="portal-notices"
      aria-label={unread > 0 ? t('portal.unread', { total: unread }) : undefined}
    >
      {t('portal.notices')} {unread > 0 && <b>{unread}</b>}
    </Link>
  );
}

function Frame() {
  const { t } = useTranslation('shell');
  const busy = useNavigation().state === 'loading';
  const role = useOwnRole();
  const words =
    role === 'agency'
      ? { home: 'agencyBrandHome', title: 'agencyTitle', places: 'agencyPlaces' }
      : { home: 'brandHome', title: 'title', places: 'places' };
  const places = <PortalPlaces role={role} />;
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <div className={busy ? 'route-bar busy' : 'route-bar'} aria-hidden="true" />
      <header className="shell-header portal-header no-print">
        <Link to="/" className="brand" aria-label={t(`portal.${words.home}`)}>
          <WeaveMark />
          <b>{t('product')}</b>
          <small>{t(`portal.${words.title}`)}</small>
        </Link>
        <nav className="chapters" aria-label={t(`portal.${words.places}`)}>
          {places}
        </nav>
        <div className="portal-party">
          <PartySwitch />
        </div>
        <NoticesLink />
        <UserMenu />
      </header>
      <main id="main" tabIndex={-1} className="portal-main">
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <nav className="portal-tabs no-print" aria-label={t(`portal.${words.places}`)}>
        {places}
      </nav>
      <SessionGate />
      <ScrollRestoration getKey={(location) => location.pathname} />
    </>
  );
}

function NoParty() {
  const { t } = useTranslation('shell');
  const signOut = useSignOut();
  return (
    <PageState
      sign="403"
      title={t('portal.noParty')}
      actions={
        <>
          <a className="link" href="/">
            {t('portal.toConsole')}
          </a>
          <button type="button" className="link" onClick={() => void signOut()}>
            {t('user.signOut')}
          </button>
        </>
      }
    >
      <p>{t('portal.noPartyText')}</p>
    </PageState>
  );
}

function Entered() {
  const me = useMe();
  return ownParties(me).length === 0 ? <NoParty /> : <Frame />;
}

/** Everything around a page of the portal. */
export function PortalLayout() {
  const session = useQuery(meQuery);
  const location = useLocation();
  if (session.data?.mustChangePassword) return <Navigate to="/sign-in" replace />;
  if (session.data)
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Entered />
      </Suspense>
    );
  if (session.error instanceof ApiError && session.error.status === 401) {
    const next = `${location.pathname}${location.search}`;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.error) return <FailedState error={session.error} onRetry={() => session.refetch()} />;
  return <PageSkeleton />;
}
