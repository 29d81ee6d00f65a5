import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { Example } from './example.tsx';
import './public-lists.css';

const PAGE_SIZE = 20;

/** Every list ever published, the newest first. */
export function Page() {
  const { t } = useTranslation(['public-lists', 'common']);
  const [params] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const query = useQuery({
    queryKey: ['public-lists', page],
    queryFn: ({ signal }) => api.listPublicLists({ query: { page, pageSize: PAGE_SIZE } }, signal),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, total } = query.data;
  return (
    <div className="page public-page">
      <PageHeader title={t('title')} meta={<span>{t('intro')}</span>} />
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="public-lists">
          {items.map((list) => (
            <li key={list.id}>
              <Link to={`/lists/${list.id}`}>
                <b>{list.title}</b>
                {list.example && <Example />}
              </Link>
              <StatusTag tone={list.state === 'open' ? 'info' : 'plain'}>{t(`state.${list.state}`)}</StatusTag>
              <p className="soft">
                {list.number} · {t('days', { from: list.openedOn, to: list.closesOn ?? t('unknownEnd') })} ·{' '}
                {t('sum', { rows: list.rows, total: list.totalWan })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {total > PAGE_SIZE && (
        <nav className="public-pager" aria-label={t('pages')}>
          {page > 1 && <Link to={`/lists?page=${page - 1}`}>{t('newer')}</Link>}
          {page * PAGE_SIZE < total && <Link to={`/lists?page=${page + 1}`}>{t('older')}</Link>}
        </nav>
      )}
    </div>
  );
}
