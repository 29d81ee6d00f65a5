import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { SourcePanel } from '../../components/source-panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';
import { formatExact, today } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import './gi-page.css';

type Gi = RouteOutput<typeof routes.listGis>['items'][number];

function Users({ gi }: { gi: Gi }) {
  const { t } = useTranslation('gis');
  const [all, setAll] = useState(false);
  if (gi.authorisedUsers.length === 0) return <p className="soft">{t('noUsers')}</p>;
  const shown = all ? gi.authorisedUsers : gi.authorisedUsers.slice(0, 5);
  const now = today();
  return (
    <>
      <ul className="gi-users">
        {shown.map((user) => (
          <li key={user.name}>
            {user.partyId ? (
              <Link className="cell-link" to={`/enterprises/${user.partyId}`}>
                {user.name}
              </Link>
            ) : (
              <span className="soft">{user.name}</span>
            )}
            {user.to && (
              <span className={user.to < now ? 'late' : 'muted'}>
                {t(user.to < now ? 'userEnded' : 'userUntil', { date: user.to })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {gi.authorisedUsers.length > 5 && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('allUsers', { total: formatExact(gi.authorisedUsers.length) })}
        </button>
      )}
    </>
  );
}

function GiCard({ gi, onSource }: { gi: Gi; onSource: () => void }) {
  const { t } = useTranslation(['gis', 'common']);
  return (
    <article className="panel gi-card">
      <header>
        <h2>{gi.name}</h2>
        <StatusTag tone="info">{gi.channelLabel}</StatusTag>
        <StatusTag>{gi.status}</StatusTag>
        {gi.example && <StatusTag tone="warn">{t('example')}</StatusTag>}
      </header>
      <dl>
        <div>
          <dt>{t('holder')}</dt>
          <dd>{gi.holderName ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('approvedOn')}</dt>
          <dd>{gi.approvedOn ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('noticeNo')}</dt>
          <dd>{gi.noticeNo ?? '—'}</dd>
        </div>
      </dl>
      <h3>
        {t('users')} <b>{formatExact(gi.authorisedUsers.length)}</b>
      </h3>
      <Users gi={gi} />
      <footer>
        <button type="button" className="link" onClick={onSource}>
          {t('common:source.open')}
        </button>
      </footer>
    </article>
  );
}

/** Geographical indications of the district as cards, with who may use them. */
export function Page() {
  const { t, i18n } = useTranslation(['gis', 'common']);
  const state = useListState({ filters: ['q'], pageSize: 200 });
  const [source, setSource] = useState<string>();
  const query = useQuery({
    queryKey: ['gis', state.query, i18n.language],
    queryFn: ({ signal }) => api.listGis({ query: state.query }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={query.data && <span>{t('count', { total: formatExact(query.data.total) })}</span>}
      />
      <FilterBar state={state}>
        <TextFilter state={state} name="q" label={t('searchHint')} />
      </FilterBar>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.items.length === 0 && (
        <div className="panel">
          <EmptyState title={t(state.isFiltered ? 'common:table.emptyFiltered' : 'common:table.empty')}>
            {t(state.isFiltered ? 'common:table.emptyFilteredText' : 'common:table.emptyText')}
          </EmptyState>
        </div>
      )}
      <div className="gi-cards">
        {query.data?.items.map((gi) => (
          <GiCard key={gi.id} gi={gi} onSource={() => setSource(gi.id)} />
        ))}
      </div>
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['gi-sources', source ?? '', i18n.language]}
        fetchSources={(signal) => api.listGiSources({ params: { id: source ?? '' } }, signal)}
      />
    </div>
  );
}
