import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { PolicyAnswerSection } from './answer-section.tsx';
import { answersQuery, policiesHref } from './policy-query.ts';
import './answers-page.css';

function PartyChoice({ label, onChange }: { label: string | undefined; onChange: (id: string) => void }) {
  const { t } = useTranslation('policies');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['parties', 'policy-answers', q],
    queryFn: ({ signal }) => api.listParties({ query: { q, pageSize: 12 } }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      className="answers-choice"
      size="large"
      showSearch={{ filterOption: false, onSearch: setText }}
      value={label}
      placeholder={t('answers.search')}
      aria-label={t('answers.search')}
      loading={found.isFetching}
      notFoundContent={q === '' ? t('answers.type') : t('answers.nobody')}
      onChange={(_, option) => onChange((option as { id: string }).id)}
      options={(found.data?.items ?? []).map((party) => ({ value: party.name, label: party.name, id: party.id }))}
    />
  );
}

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
        {freshness && (
          <small>
            <FreshnessLine of={freshness} />
          </small>
        )}
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
  const [label, setLabel] = useState<string>();
  const party = params.get('party');
  return (
    <div className="page">
      <PageHeader
        title={t('answers.title')}
        crumbs={[{ label: t('shell:chapter.incentives') }, { label: t('title'), to: policiesHref }]}
        meta={<span>{t('answers.about')}</span>}
      />
      <PartyChoice
        label={label}
        onChange={(id) => {
          setLabel(undefined);
          setParams({ party: id });
        }}
      />
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
