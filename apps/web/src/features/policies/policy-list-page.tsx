import type { PolicySummary } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { NewPolicy } from './new-policy.tsx';
import { FindingCount, PolicyStateTag, useLifetime } from './policy-marks.tsx';
import { answersHref, policiesHref, policiesQuery, policyHref } from './policy-query.ts';
import './policies.css';

const shows = ['current', 'draft', 'past', 'all'] as const;
type Shown = (typeof shows)[number];

const isShown: Record<Shown, (policy: PolicySummary) => boolean> = {
  current: (policy) => policy.inForce || (policy.state === 'published' && policy.window !== null),
  draft: (policy) => policy.state === 'draft',
  past: (policy) => !isShown.current(policy) && policy.state !== 'draft',
  all: () => true,
};

function Row({ policy }: { policy: PolicySummary }) {
  const { t } = useTranslation('policies');
  const navigate = useNavigate();
  const href = policyHref(policy.id);
  const lifetime = useLifetime(policy);
  return (
    // A click in the row is a short cut; the title holds the link for the keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is the keyboard's way
    <li
      className="policy-row"
      onClick={(event) => {
        if (!getSelection()?.toString() && !(event.target as HTMLElement).closest('a,button')) navigate(href);
      }}
    >
      <div className="policy-row-name">
        <Link className="cell-title" to={href}>
          {policy.title}
        </Link>{' '}
        {policy.example && <ExampleMark />}
        <small>
          <span className="mono">{policy.code}</span> · {t('version', { n: policy.version })} ·{' '}
          {policy.docNo ?? t('noDocNo')}
        </small>
      </div>
      <div>
        <PolicyStateTag policy={policy} />
        <small className="mono">{lifetime}</small>
      </div>
      <div>
        {policy.window ? (
          <>
            <span className={policy.window.open ? 'good' : undefined}>
              {t(policy.window.open ? 'window.open' : 'window.next')}
            </span>
            <small className="mono">{t('span', policy.window)}</small>
          </>
        ) : (
          <span className="muted">{t(policy.state === 'legacy' ? 'window.never' : 'window.over')}</span>
        )}
      </div>
      <div className="policy-row-items">
        <b>{policy.items}</b> {t('itemsUnit')}
      </div>
      <FindingCount policy={policy} />
    </li>
  );
}

/** The district's policies in all their versions, what stands against each, and whom they concern. */
export function Page() {
  const { t } = useTranslation(['policies', 'shell']);
  const me = useMe();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const query = useQuery(policiesQuery);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items } = query.data;
  const shown = shows.find((one) => one === params.get('show')) ?? 'current';
  const rows = items.filter(isShown[shown]);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        crumbs={[{ label: t('shell:chapter.incentives') }]}
        meta={<span>{t('about')}</span>}
        actions={
          <>
            <Button onClick={() => navigate(answersHref())}>{t('answers.open')}</Button>
            {can(me, permissions.editPolicies) && (
              <Button type="primary" onClick={() => setNew(true)}>
                {t('new.open')}
              </Button>
            )}
          </>
        }
      />
      <div className="policy-filter">
        <Switcher
          label={t('show.label')}
          value={shown}
          onChange={(show) => setParams(show === 'current' ? {} : { show }, { replace: true })}
          options={shows.map((show) => ({
            value: show,
            label: `${t(`show.${show}`)} ${items.filter(isShown[show]).length}`,
          }))}
        />
      </div>
      <section className="panel policy-rows" aria-label={t('title')}>
        {rows.length === 0 ? (
          <EmptyState
            title={t(`none.${shown}`)}
            {...(shown === 'all'
              ? {}
              : {
                  action: (
                    <Link className="link" to={`${policiesHref}?show=all`}>
                      {t('none.all')}
                    </Link>
                  ),
                })}
          />
        ) : (
          <>
            <div className="policy-row policy-row-head" aria-hidden="true">
              <span>{t('column.title')}</span>
              <span>{t('column.state')}</span>
              <span>{t('column.window')}</span>
              <span>{t('column.items')}</span>
              <span>{t('column.findings')}</span>
            </div>
            <ul>
              {rows.map((policy) => (
                <Row key={policy.id} policy={policy} />
              ))}
            </ul>
          </>
        )}
      </section>
      {isNew && <NewPolicy onClose={() => setNew(false)} />}
    </div>
  );
}
