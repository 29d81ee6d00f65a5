import type { DrawSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { NewDraw } from './new-draw.tsx';

const hrefOf = (row: DrawSummary) => `/protection/inspections/draws/${row.id}`;

function useColumns(): Column<DrawSummary>[] {
  const { t } = useTranslation('inspections');
  return [
    {
      key: 'title',
      title: t('draw.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row)}>
            {row.title}
          </Link>
          <span className="cell-sub">{[row.number, row.campaign].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('col.state'),
      width: 120,
      render: (row) => (
        <StatusTag tone={row.state === 'drawn' ? 'good' : row.state === 'void' ? 'plain' : 'warn'}>
          {t(`draw.${row.state}`)}
        </StatusTag>
      ),
    },
    { key: 'kind', title: t('col.kind'), width: 120, render: (row) => t(`kind.${row.objectKind}`) },
    {
      key: 'count',
      title: t('draw.countOf'),
      align: 'right',
      width: 120,
      render: (row) => `${row.count} / ${row.objects}`,
    },
    { key: 'by', title: t('draw.preparedBy'), width: 150, render: (row) => row.preparedBy },
    {
      key: 'at',
      title: t('draw.drawnAt'),
      width: 160,
      render: (row) => <span className="mono">{formatMoment(row.drawnAt ?? row.preparedAt)}</span>,
    },
  ];
}

/** Double-random draws, newest first; prepared and void ones stay visible. */
export function DrawsTab() {
  const { t, i18n } = useTranslation('inspections');
  const [making, setMaking] = useState(false);
  const state = useListState({ filters: [] }, 'd.');
  const query = useQuery({
    queryKey: ['inspection-draws', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listInspectionDraws({ query: addressQuery<'listInspectionDraws'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {query.data?.mayRun && (
        <div className="insp-tools">
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('draw.prepare')}
          </Button>
          <span className="muted">{t('draw.how')}</span>
        </div>
      )}
      <DataTable<DrawSummary>
        id="inspection-draws"
        label={t('tab.draws')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        empty={{ title: t('draw.empty'), text: t('draw.emptyText') }}
      />
      {making && <NewDraw onClose={() => setMaking(false)} />}
    </>
  );
}
