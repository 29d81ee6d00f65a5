import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, type routes } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { NewAdjudication } from './new-adjudication.tsx';
import './cases.css';

type Row = RouteOutput<typeof routes.listAdjudications>['items'][number];
const base = '/protection/adjudications';

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('cases');
  return [
    {
      key: 'number',
      title: t('adjudication.request'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${base}/${row.id}`}>
            {row.petitioner} / {row.respondent}
          </Link>
          <span className="cell-sub mono">{row.number}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('list.state'),
      render: (row) => (
        <StatusTag tone={row.state === 'accepted' ? 'info' : row.state === 'handed' ? 'good' : 'plain'}>
          {row.stateLabel}
        </StatusTag>
      ),
    },
    {
      key: 'patent',
      title: t('adjudication.patent'),
      render: (row) => <span className="mono">{row.patentNumber}</span>,
    },
    { key: 'receivedOn', title: t('list.received'), render: (row) => <span className="mono">{row.receivedOn}</span> },
    { key: 'dueOn', title: t('list.due'), render: (row) => <span className="mono">{row.dueOn ?? '—'}</span> },
    { key: 'handedTo', title: t('adjudication.handedTo'), phone: 'wide', render: (row) => row.handedTo ?? '—' },
  ];
}

/** Requests to adjudicate disputes over patents. */
export function Page() {
  const { t, i18n } = useTranslation('cases');
  const me = useMe();
  const [entering, setEntering] = useState(false);
  const state = useListState({ filters: ['q', 'state'], sort: '-receivedOn' });
  const query = useQuery({
    queryKey: ['adjudications', state.query, i18n.language],
    queryFn: ({ signal }) => api.listAdjudications({ query: addressQuery<'listAdjudications'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('adjudication.title')}
        meta={<span>{t('adjudication.meta')}</span>}
        actions={
          can(me, permissions.handleAdjudications) && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('adjudication.open')}
            </Button>
          )
        }
      />
      <DataTable
        id="adjudications"
        label={t('adjudication.title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/${row.id}`}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('adjudication.search')} />
          </FilterBar>
        }
      />
      {entering && <NewAdjudication onClose={() => setEntering(false)} />}
    </div>
  );
}
