import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { api } from '../../lib/api.ts';
import { clauseHref, untilFresh } from '../../lib/plan.ts';
import { ClauseCampaigns, type ClauseDetail } from './clause-campaigns.tsx';
import { MeasureBlock } from './measure-block.tsx';
import './clauses.css';

function useClause() {
  const { i18n } = useTranslation();
  const { code = '' } = useParams();
  const [params] = useSearchParams();
  const asOf = params.get('asOf') ?? undefined;
  const query = useQuery({
    queryKey: ['plan-clause', code, asOf ?? '', i18n.language],
    queryFn: ({ signal }) => api.getClause({ params: { code }, query: asOf ? { asOf } : {} }, signal),
    refetchInterval: ({ state }) => untilFresh(state.data?.freshness),
  });
  return { query, asOf };
}

/** Goes to the measure named in the address once it is drawn; the browser cannot, the page came later. */
function useScrollToHash(ready: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (ready && hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [ready, hash]);
}

function Neighbours({ clause, asOf }: { clause: ClauseDetail; asOf: string | undefined }) {
  const { t } = useTranslation('plan');
  const side = (which: 'previous' | 'next') => {
    const other = clause[which];
    if (!other) return <span />;
    return (
      <Link to={clauseHref(other.code, asOf)} rel={which === 'next' ? 'next' : 'prev'} className={which}>
        <small>{t(which)}</small>
        <b>
          <span className="clause-no">{other.code}</span> {other.title}
        </b>
      </Link>
    );
  };
  return (
    <nav className="clause-neighbours no-print" aria-label={t('neighbours')}>
      {side('previous')}
      {side('next')}
    </nav>
  );
}

/** One clause: what it asks, what is done for it and by whom, and how far it is. */
export function Page() {
  const { t } = useTranslation('plan');
  const { query, asOf } = useClause();
  useScrollToHash(query.data !== undefined);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const clause = query.data;
  return (
    <div className="page clause-page">
      <PageHeader
        title={`${clause.code} ${clause.title}`}
        crumbs={[{ label: t('clauses'), to: '/plan/clauses' }, { label: `${clause.chapter} ${clause.chapterTitle}` }]}
        tags={
          <StandingTag standing={clause.standing}>
            {clause.behind > 0 ? t('behind', { count: clause.behind }) : undefined}
          </StandingTag>
        }
        meta={
          <>
            <span>{t('counts', { measures: clause.measures.length, indicators: clause.indicators.length })}</span>
            <FreshnessLine of={clause.freshness} />
          </>
        }
      />
      <blockquote className="clause-text">
        <p>{clause.planText || clause.text}</p>
        <cite>{t('cite')}</cite>
      </blockquote>
      <div className={clause.campaigns.length > 0 ? 'clause-body with-side' : 'clause-body'}>
        <div className="stack">
          {clause.measures.map((measure) => (
            <MeasureBlock key={measure.code} clause={clause} measure={measure} asOf={asOf} />
          ))}
        </div>
        {clause.campaigns.length > 0 && <ClauseCampaigns campaigns={clause.campaigns} />}
      </div>
      <Neighbours clause={clause} asOf={asOf} />
    </div>
  );
}
