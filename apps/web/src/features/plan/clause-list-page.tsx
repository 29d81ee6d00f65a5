import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StandingSign, StandingTag } from '../../components/standing-tag.tsx';
import { type Clause, clauseHref, indicatorHref, planQuery } from '../../lib/plan.ts';
import './clauses.css';

/** One sign per indicator of a clause, each opening it. */
function Signs({ clause, asOf }: { clause: Clause; asOf: string | undefined }) {
  const { t } = useTranslation('plan');
  return (
    <div className="clause-signs">
      {clause.indicators.map((indicator) => {
        const words = `${indicator.label} · ${indicator.standingText || t(`standing.${indicator.standing}`)}`;
        return (
          <Link key={indicator.code} to={indicatorHref(indicator.code, asOf)} title={words} aria-label={words}>
            <StandingSign standing={indicator.standing} />
          </Link>
        );
      })}
    </div>
  );
}

function ClauseRow({ clause, asOf }: { clause: Clause; asOf: string | undefined }) {
  const { t } = useTranslation('plan');
  return (
    <li>
      <span className="clause-no">{clause.code}</span>
      <div className="clause-words">
        <h3>
          <Link to={clauseHref(clause.code, asOf)}>{clause.title}</Link>
        </h3>
        <p>{clause.text}</p>
        <p className="clause-measures">{clause.measures.map((measure) => measure.label).join(' · ')}</p>
      </div>
      <div className="clause-state">
        <StandingTag standing={clause.standing}>
          {clause.behind > 0 ? t('behind', { count: clause.behind }) : undefined}
        </StandingTag>
        <Signs clause={clause} asOf={asOf} />
        <small>{t('counts', { measures: clause.measures.length, indicators: clause.indicators.length })}</small>
      </div>
    </li>
  );
}

/** The plan as a table of contents. */
export function Page() {
  const { t, i18n } = useTranslation('plan');
  const [params] = useSearchParams();
  const asOf = params.get('asOf') ?? undefined;
  const query = useQuery(planQuery(asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const plan = query.data;
  return (
    <div className="page clause-list-page">
      <PageHeader
        title={t('clauses')}
        meta={
          <>
            <span>{t('clausesAbout')}</span>
            <FreshnessLine of={plan.freshness} />
          </>
        }
      />
      {plan.chapters.map((chapter) => (
        <section key={chapter.code}>
          <h2>
            <span className="clause-no">{chapter.code}</span>
            {chapter.title}
          </h2>
          <ol className="clause-list panel">
            {chapter.clauses.map((clause) => (
              <ClauseRow key={clause.code} clause={clause} asOf={asOf} />
            ))}
          </ol>
        </section>
      ))}
      <p className="muted">
        {t('source', { source: plan.source })} · {t('period', { period: plan.period })} · {t('cite')}
      </p>
    </div>
  );
}
