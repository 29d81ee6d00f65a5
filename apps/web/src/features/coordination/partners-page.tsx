import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment, formatShare } from '../../lib/format.ts';
import { handOverBase, type Partner, taskBase } from './coordination-query.ts';
import './coordination.css';

function Lists({ lists }: { lists: Partner['lists'] }) {
  const { t } = useTranslation('coordination');
  if (lists.length === 0) return null;
  return (
    <ul className="partner-lists">
      {lists.map((list) => (
        <li key={list.importId}>
          <Link className="link" to={`/imports/${list.importId}`}>
            {list.kindLabel}
          </Link>
          <small>
            {t('partners.rows', { count: formatExact(list.rows) })} · {list.asOf ?? formatMoment(list.committedAt)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Card({ one }: { one: Partner }) {
  const { t } = useTranslation('coordination');
  return (
    <article className="panel partner">
      <h2>
        {one.shortName}
        {one.own && <StatusTag tone="info">{t('partners.own')}</StatusTag>}
      </h2>
      <p className="muted">{one.name}</p>
      <dl>
        <div>
          <dt>{t('partners.open')}</dt>
          <dd>
            <Link className="link" to={`${handOverBase}?body=${one.code}&open=true`}>
              {one.open}
            </Link>
          </dd>
        </div>
        <div className={one.late > 0 ? 'late' : undefined}>
          <dt>{t('partners.late')}</dt>
          <dd>
            <Link className="link" to={`${handOverBase}?body=${one.code}&late=true`}>
              {one.late}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('partners.inTime')}</dt>
          <dd title={`${one.answeredInTime} / ${one.answered}`}>
            {one.answered === 0 ? '—' : formatShare(one.answeredInTime / one.answered)}
          </dd>
        </div>
        <div>
          <dt>{t('partners.tasks')}</dt>
          <dd>
            <Link className="link" to={`${taskBase}?body=${one.code}&open=true`}>
              {one.tasks}
            </Link>
          </dd>
        </div>
      </dl>
      <Lists lists={one.lists} />
    </article>
  );
}

/** Bodies one works with: what is under way, how they answer, which lists came from them. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const query = useQuery({
    queryKey: ['partner-bodies', i18n.language],
    queryFn: ({ signal }) => api.listPartnerBodies({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, otherLists } = query.data;
  return (
    <div className="page">
      <PageHeader title={t('partners.title')} meta={<span>{t('partners.meta')}</span>} />
      <div className="partner-grid">
        {items
          .filter((one) => one.kind === 'partner')
          .map((one) => (
            <Card key={one.code} one={one} />
          ))}
      </div>
      {otherLists > 0 && (
        <p className="muted">
          {t('partners.otherLists', { count: otherLists })}{' '}
          <Link className="link" to="/imports">
            {t('partners.toImports')}
          </Link>
        </p>
      )}
    </div>
  );
}
