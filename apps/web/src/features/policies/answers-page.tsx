import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PartyChoice } from '../../components/party-choice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { PolicyAnswerSection } from './answer-section.tsx';
import { answersQuery, policiesHref } from './policy-query.ts';
import './answers-page.css';

function Answers({ party }: { party: string }) {
  const { t, i18n } = useTranslation('policies');
  const query = useQuery(answersQuery(party, i18n.language));
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { subject, policies, freshness } = query.data;
  return (
    <>
      <p className="answers-subject">
        {subject.href === null ? (
          subject.label
        ) : (
          <Link className="link" to={subject.href}>
            {subject.label}
          </Link>
        )}
        <small>
          <FreshnessLine of={freshness} />
        </small>
      </p>
      {policies.length === 0 && <EmptyState title={t('answers.noPolicy')} />}
      {policies.map((policy) => (
        <PolicyAnswerSection key={policy.id} policy={policy} />
      ))}
    </>
  );
}

/** What policies in force give one enterprise: each item with its amount and steps, or why not. */
export function Page() {
  const { t } = useTranslation(['policies', 'shell']);
  const [params, setParams] = useSearchParams();
  const party = params.get('party');
  return (
    <div className="page">
      <PageHeader
        title={t('answers.title')}
        crumbs={[{ label: t('shell:chapter.incentives') }, { label: t('title'), to: policiesHref }]}
        meta={<span>{t('answers.about')}</span>}
      />
      <div className="answers-choice">
        <PartyChoice
          label={t('answers.search')}
          value={party ?? undefined}
          onChange={(id) => setParams(id === undefined ? {} : { party: id })}
        />
      </div>
      {party === null ? (
        <section className="panel">
          <EmptyState title={t('answers.none')}>{t('answers.noneText')}</EmptyState>
        </section>
      ) : (
        <Answers party={party} />
      )}
    </div>
  );
}
