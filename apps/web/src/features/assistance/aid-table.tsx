import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AID_KINDS, type AidRow, aidBase } from './aid-query.ts';
import { NewAid } from './new-aid.tsx';

function useColumns(): Column<AidRow>[] {
  const { t } = useTranslation('assistance');
  return [
    {
      key: 'title',
      title: t('list.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${aidBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.number}</span> {row.kinds.map((kind) => kind.label).join('、')}
          </span>
        </>
      ),
    },
    {
      key: 'applicant',
      title: t('list.applicant'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.applicant}
          <span className="cell-sub">{t(`channel.${row.channel}`)}</span>
        </>
      ),
    },
    { key: 'state', title: t('list.state'), width: 160, render: (row) => <StandingState row={row} /> },
    {
      key: 'receivedOn',
      title: t('list.receivedOn'),
      width: 110,
      render: (row) => <span className="mono">{row.receivedOn}</span>,
    },
    {
      key: 'due',
      title: t('list.due'),
      phone: 'wide',
      width: 200,
      render: (row) =>
        row.inTime === null ? (
          <ClockCell clock={row.clock} />
        ) : (
          <StatusTag tone={row.inTime ? 'good' : 'late'}>{t(row.inTime ? 'list.inTime' : 'list.late')}</StatusTag>
        ),
    },
    {
      key: 'stars',
      title: t('list.stars'),
      align: 'right',
      width: 90,
      phone: 'hide',
      render: (row) => row.stars ?? <span className="muted">—</span>,
    },
  ];
}

/** Requests for rights aid. */
export function AidTable() {
  const { t, i18n } = useTranslation('assistance');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const state = useListState({ filters: ['q', 'kind', 'channel', 'open', 'late', 'party'] });
  const query = useQuery({
    queryKey: ['aid-requests', state.query, i18n.language],
    queryFn: ({ signal }) => api.listAidRequests({ query: addressQuery<'listAidRequests'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DataTable
        id="aid-requests"
        label={t('tab.requests')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${aidBase}/${row.id}`}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('list.search')} />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('list.kind')}
              options={AID_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <FlagFilter state={state} name="open" label={t('list.open')} yes={t('list.open')} no={t('list.closed')} />
            <FlagFilter state={state} name="late" label={t('list.late')} yes={t('list.late')} no={t('list.notLate')} />
            {can(me, permissions.handleAid) && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {t('new.open')}
              </Button>
            )}
          </FilterBar>
        }
      />
      {open && <NewAid onClose={() => setOpen(false)} />}
    </>
  );
}
