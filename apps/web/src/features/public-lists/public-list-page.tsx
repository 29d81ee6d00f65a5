import type { PublicListDetail } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { Example } from './example.tsx';
import './public-lists.css';

function Rows({ list }: { list: PublicListDetail }) {
  const { t } = useTranslation('public-lists');
  return (
    <div className="public-table-frame">
      <table className="public-table">
        <caption>{list.title}</caption>
        <thead>
          <tr>
            {(['no', 'name', 'uscc', 'category', 'clause', 'matter', 'amount', 'note'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'amount' ? 'right' : undefined}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.entries.map((row) => (
            <tr key={row.no} className={row.standing}>
              <td data-label={t('column.no')}>{row.no}</td>
              <th scope="row" data-label={t('column.name')}>
                {row.name}
                {row.standing !== 'listed' && (
                  <StatusTag tone={row.standing === 'withdrawn' ? 'late' : 'warn'}>
                    {t(`standing.${row.standing}`)}
                  </StatusTag>
                )}
              </th>
              <td data-label={t('column.uscc')} className="mono">
                {row.uscc}
              </td>
              <td data-label={t('column.category')}>{row.category}</td>
              <td data-label={t('column.clause')}>{row.clause}</td>
              <td data-label={t('column.matter')}>{row.matter}</td>
              <td data-label={t('column.amount')} className="right">
                {row.amountWan}
              </td>
              <td data-label={t('column.note')}>{row.note}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={6}>{t('total')}</td>
            <td className="right">{list.totalWan}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Changes({ list }: { list: PublicListDetail }) {
  const { t } = useTranslation('public-lists');
  if (list.changes.length === 0) return null;
  return (
    <section className="public-changes">
      <h2>{t('changes')}</h2>
      <ul>
        {list.changes.map((change) => (
          <li key={`${change.no}${change.on}${change.kind}${change.before}`}>
            <b>{t(`change.${change.kind}`, { on: change.on, no: change.no })}</b>
            <p>{change.reason}</p>
            <p className="soft">{t('changeFromTo', { before: change.before, after: change.after })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One list as the public reads it: all rows, all corrections, as a page, csv and JSON. */
export function Page() {
  const { t } = useTranslation(['public-lists', 'common']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['public-list', id],
    queryFn: ({ signal }) => api.getPublicList({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const list = query.data;
  const file = (format: 'csv' | 'json') => urlOf(routes.downloadPublicList, { params: { id }, query: { format } });
  return (
    <div className="page public-page">
      <PageHeader
        title={list.title}
        crumbs={[{ label: t('title'), to: '/lists' }, { label: list.number }]}
        tags={
          <>
            <StatusTag tone={list.state === 'open' ? 'info' : 'plain'}>{t(`state.${list.state}`)}</StatusTag>
            {list.example && <Example />}
          </>
        }
        meta={
          <>
            <MetaItem label={t('issuer')}>{list.issuer}</MetaItem>
            <MetaItem label={t('period')}>
              {t('days', { from: list.openedOn, to: list.closesOn ?? t('unknownEnd') })}
            </MetaItem>
            <MetaItem label={t('length')}>{t('workingDays', { n: list.workingDays })}</MetaItem>
          </>
        }
        actions={
          <>
            <a className="link" href={file('csv')} download>
              {t('csv')}
            </a>
            <a className="link" href={file('json')} download>
              {t('json')}
            </a>
          </>
        }
      />
      <p className="public-words">
        {t('words', { policy: list.policyTitle, docNo: list.policyDocNo ? `（${list.policyDocNo}）` : '' })}{' '}
        {t('contact', { contact: list.contact })}
      </p>
      <Rows list={list} />
      <Changes list={list} />
    </div>
  );
}
