import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { type NoticeRow, noticesBase } from './watch-query.ts';

function useColumns(): Column<NoticeRow>[] {
  const { t } = useTranslation('trademark-watch');
  return [
    {
      key: 'shop',
      title: t('notice.shop'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${noticesBase}/${row.id}`}>
            {row.platform} {row.shop}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.number}</span> {row.owner}
          </span>
        </>
      ),
    },
    { key: 'marks', title: t('hit.mark'), phone: 'wide', render: (row) => row.marks.join('、') },
    { key: 'state', title: t('hit.state'), width: 150, render: (row) => <StandingState row={row} /> },
    {
      key: 'notified',
      title: t('notice.notifiedOn'),
      width: 120,
      render: (row) => <span className="mono">{row.notifiedOn ?? '—'}</span>,
    },
    {
      key: 'clock',
      title: t('notice.clock'),
      width: 220,
      phone: 'wide',
      render: (row) => (row.outcomeLabel === null ? <ClockCell clock={row.clock} /> : row.outcomeLabel),
    },
    { key: 'removed', title: t('notice.removed'), align: 'right', width: 100, render: (row) => row.removed },
  ];
}

/** Notices to platforms, the nearest clock first. */
export function NoticeTable() {
  const { t, i18n } = useTranslation('trademark-watch');
  const state = useListState({ filters: ['q', 'open'] }, 'n.');
  const query = useQuery({
    queryKey: ['platform-notices', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listPlatformNotices({ query: addressQuery<'listPlatformNotices'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable
      id="platform-notices"
      label={t('notice.title')}
      columns={useColumns()}
      query={query}
      state={state}
      rowKey={(row) => row.id}
      rowHref={(row) => `${noticesBase}/${row.id}`}
      empty={{ title: t('notice.empty'), text: t('notice.emptyText') }}
      filters={
        <FilterBar state={state}>
          <TextFilter state={state} name="q" label={t('notice.search')} />
          <FlagFilter
            state={state}
            name="open"
            label={t('notice.open')}
            yes={t('notice.open')}
            no={t('notice.closed')}
          />
        </FilterBar>
      }
    />
  );
}
