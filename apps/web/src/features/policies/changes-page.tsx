import type { policyChange } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { changesQuery, policiesHref, policiesQuery, policyHref } from './policy-query.ts';
import './changes-page.css';

type Change = z.output<typeof policyChange>;

const tones = { added: 'good', removed: 'late', changed: 'info' } as const;

function Changes({ changes, before, after }: { changes: readonly Change[]; before: string; after: string }) {
  const { t } = useTranslation('policies');
  return (
    <dl className="changes">
      <div className="changes-head" aria-hidden="true">
        <span />
        <span>{before}</span>
        <span>{after}</span>
      </div>
      {changes.map(({ field, before: was, after: is }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd className="before">{was ?? <span className="muted">{t('changes.nothing')}</span>}</dd>
          <dd className="after">{is ?? <span className="muted">{t('changes.nothing')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What changed between two versions of a policy, item by item and in words. */
export function Page() {
  const { t, i18n } = useTranslation(['policies', 'shell']);
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const all = useQuery(policiesQuery).data?.items ?? [];
  const query = useQuery(changesQuery(id, params.get('since') ?? undefined, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { before, after, general, items, same } = query.data;
  const name = (version: number) => t('version', { n: version });
  const earlier = all.filter((one) => one.code === after.code && one.version < after.version);
  return (
    <div className="page">
      <PageHeader
        title={t('changes.title')}
        crumbs={[
          { label: t('shell:chapter.incentives') },
          { label: t('title'), to: policiesHref },
          { label: `${after.title} ${name(after.version)}`, to: policyHref(after.id) },
        ]}
        actions={
          earlier.length > 1 && (
            <Select
              aria-label={t('changes.against')}
              value={before?.id}
              options={earlier.map((one) => ({ value: one.id, label: t('changes.since', { n: one.version }) }))}
              onChange={(since) => setParams({ since }, { replace: true })}
            />
          )
        }
        meta={before && <span>{t('changes.between', { before: before.version, after: after.version, same })}</span>}
      />
      {before === null ? (
        <section className="panel">
          <EmptyState title={t('changes.first')} />
        </section>
      ) : (
        <div className="changes-list">
          {general.length > 0 && (
            <Section title={t('changes.general')}>
              <Changes changes={general} before={name(before.version)} after={name(after.version)} />
            </Section>
          )}
          {items.map((item) => (
            <Section
              key={item.code}
              title={item.name}
              extra={<StatusTag tone={tones[item.kind]}>{t(`changes.${item.kind}`)}</StatusTag>}
            >
              <Changes changes={item.changes} before={name(before.version)} after={name(after.version)} />
            </Section>
          ))}
          {general.length + items.length === 0 && (
            <section className="panel">
              <EmptyState title={t('changes.none')} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}
