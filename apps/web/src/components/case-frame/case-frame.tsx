import type { CaseCheck, CaseFrame as Frame } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBuilt } from '../../lib/built-pages.ts';
import { MetaItem, PageHeader } from '../page-header.tsx';
import { FailedState } from '../page-states.tsx';
import { PageSkeleton } from '../skeleton.tsx';
import { StatusTag, type Tone } from '../status-tag.tsx';
import { caseFrameQuery, caseHref, casesBase } from './case-query.ts';
import '../page-tabs.css';
import './case-frame.css';

export type CaseTab = 'case' | 'evidence' | 'papers';

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'plain',
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'plain',
  withdrawn: 'plain',
};

const PAGES: readonly { readonly tab: CaseTab; readonly end: string }[] = [
  { tab: 'case', end: '' },
  { tab: 'evidence', end: '/evidence' },
  { tab: 'papers', end: '/papers' },
];

/** What the law bars on the case today: the sentence and where it stands. */
export function StopSigns({ stops }: { stops: readonly CaseCheck[] }) {
  const { t } = useTranslation('case-frame');
  if (stops.length === 0) return null;
  return (
    <section className="stop-signs" aria-label={t('stops')}>
      {stops.map((stop) => (
        <div key={stop.check + stop.text} className="stop-sign">
          <span className="stop-mark" aria-hidden="true">
            {t('stopMark')}
          </span>
          <p>
            <b>{stop.label}</b>
            {stop.text}
            {stop.article && <small>{stop.article}</small>}
          </p>
        </div>
      ))}
    </section>
  );
}

function Officers({ frame }: { frame: Frame }) {
  const { t } = useTranslation('case-frame');
  if (frame.officers.length === 0) return <span className="late">{t('noOfficers')}</span>;
  return (
    <MetaItem label={t('officers')}>
      {frame.officers.map(({ name, valid }, at) => (
        <span key={name} className={valid ? undefined : 'late'} title={valid ? undefined : t('notValid')}>
          {at > 0 && t('and')}
          {name}
          {!valid && <small> {t('notValid')}</small>}
        </span>
      ))}
    </MetaItem>
  );
}

function Due({ frame }: { frame: Frame }) {
  const { t } = useTranslation('case-frame');
  const { dueOn, dueLabel, daysLeft } = frame.card;
  if (dueOn === null || daysLeft === null) return null;
  const tone = daysLeft < 0 ? 'late' : daysLeft <= 3 ? 'soon' : undefined;
  return (
    <MetaItem label={dueLabel ?? t('due')}>
      <span className={tone}>
        {dueOn} {daysLeft < 0 ? t('over', { days: -daysLeft }) : t('left', { days: daysLeft })}
      </span>
    </MetaItem>
  );
}

function Tabs({ id, tab }: { id: string; tab: CaseTab }) {
  const { t } = useTranslation('case-frame');
  const pages = PAGES.filter(({ end }) => isBuilt(`${casesBase}/:id${end}`));
  if (pages.length < 2) return null;
  return (
    <nav className="page-tabs case-tabs no-print" aria-label={t('tabs')}>
      {pages.map((page) => (
        <Link
          key={page.tab}
          to={`${caseHref(id)}${page.end}`}
          aria-current={page.tab === tab ? 'page' : undefined}
          className={page.tab === tab ? 'current' : undefined}
        >
          {t(`tab.${page.tab}`)}
        </Link>
      ))}
    </nav>
  );
}

interface CaseFrameProps {
  readonly caseId: string;
  readonly tab: CaseTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Head of every page of a case: number, title, state, officers, nearest clock, stop signs, and the way to its other pages. Draws
 * the page with it; the page's declaration names the messages `case-frame`. Its query moves with {@link caseKeys}.
 */
export function CaseFrame({ caseId, tab, actions, children }: CaseFrameProps) {
  const { t, i18n } = useTranslation('case-frame');
  const query = useQuery(caseFrameQuery(caseId, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const frame = query.data;
  const { card } = frame;
  return (
    <div className="page case-page">
      <PageHeader
        title={card.title}
        crumbs={[{ label: t('cases'), to: casesBase }]}
        tags={
          <>
            <StatusTag
              tone={
                card.decisionKind === 'penalty' && card.standing === 'open' ? 'warn' : (TONES[card.standing] ?? 'plain')
              }
            >
              {card.stateLabel}
            </StatusTag>
            {card.track === 'summary' && <StatusTag>{card.trackLabel}</StatusTag>}
            {card.transferOpen ? (
              <StatusTag tone="late">{t('transferOpen')}</StatusTag>
            ) : (
              card.hit && <StatusTag tone="warn">{t('hit')}</StatusTag>
            )}
          </>
        }
        meta={
          <>
            <span className="mono">{card.number}</span>
            <span>{card.suspects}</span>
            <span>{card.organisation}</span>
            <Officers frame={frame} />
            <Due frame={frame} />
          </>
        }
        actions={actions}
      />
      <Tabs id={caseId} tab={tab} />
      <StopSigns stops={frame.stops} />
      {children}
    </div>
  );
}
