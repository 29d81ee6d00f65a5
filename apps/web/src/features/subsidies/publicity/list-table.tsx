import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { DaysLeft } from '../../../components/procedure-panel/days-left.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { daysBetween, today } from '../../../lib/format.ts';
import { useListState } from '../../../lib/list-state.ts';
import { type ListRow, useLists } from './publicity-query.ts';

function useColumns(): Column<ListRow>[] {
  const { t } = useTranslation('publicity');
  return [
    {
      key: 'title',
      title: t('column.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/incentives/publicity/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">{row.number}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (row) => (
        <>
          <StatusTag tone={row.state === 'open' ? 'warn' : 'good'}>{t(`state.${row.state}`)}</StatusTag>
          {row.openObjections > 0 && (
            <span className="late cell-sub">{t('openObjections', { total: row.openObjections })}</span>
          )}
        </>
      ),
    },
    {
      key: 'closes',
      title: t('column.closes'),
      phone: 'wide',
      render: (row) => (
        <>
          <span className="mono">{t('span', { from: row.openedOn, to: row.closesOn ?? t('toBeFixed') })}</span>{' '}
          {row.state === 'open' && row.closesOn && (
            <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), row.closesOn), waits: true }} />
          )}
        </>
      ),
    },
    { key: 'rows', title: t('column.rows'), align: 'right', render: (row) => row.rows },
    {
      key: 'total',
      title: t('column.total'),
      unit: t('wan'),
      align: 'right',
      render: (row) => (
        <>
          {row.totalWan} {row.example && <ExampleMark />}
        </>
      ),
    },
    { key: 'by', title: t('column.by'), phone: 'hide', render: (row) => row.publishedBy },
  ];
}

/** Lists that were published, the newest first. */
export function ListTable() {
  const { t } = useTranslation('publicity');
  const state = useListState({ filters: ['state'] });
  return (
    <DataTable
      id="publicity"
      label={t('tab.lists')}
      columns={useColumns()}
      query={useLists(state)}
      state={state}
      rowKey={(row) => row.id}
      rowHref={(row) => `/incentives/publicity/${row.id}`}
      empty={{ title: t('empty'), text: t('emptyText') }}
    />
  );
}
