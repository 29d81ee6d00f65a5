import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type RegionRow, regionBase } from './aid-query.ts';
import { NewRegion } from './new-region.tsx';

function useColumns(): Column<RegionRow>[] {
  const { t } = useTranslation('assistance');
  return [
    {
      key: 'title',
      title: t('list.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${regionBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">
            {row.kindLabel} <span className="mono">{row.letterNo ?? row.theirNo ?? row.number}</span>
          </span>
        </>
      ),
    },
    {
      key: 'other',
      title: t('region.other'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.other}
          <span className="cell-sub">
            {t(`region.${row.direction}`)} · {t(row.joined ? 'region.joined' : 'region.outside')}
          </span>
        </>
      ),
    },
    { key: 'state', title: t('list.state'), width: 150, render: (row) => <StandingState row={row} /> },
    {
      key: 'sent',
      title: t('region.sentOn'),
      width: 110,
      render: (row) => <span className="mono">{row.sentOn ?? row.receivedOn ?? '—'}</span>,
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
  ];
}

/** Letters to and from other districts. */
export function RegionTable() {
  const { t, i18n } = useTranslation('assistance');
  const me = useMe();
  const [params] = useSearchParams();
  const handles = can(me, permissions.handleCrossRegion);
  const [open, setOpen] = useState<'out' | 'in' | undefined>(
    params.get('case') !== null && handles ? 'out' : undefined,
  );
  const state = useListState({ filters: ['q', 'direction', 'open', 'late'] });
  const query = useQuery({
    queryKey: ['cross-regions', state.query, i18n.language],
    queryFn: ({ signal }) => api.listCrossRegions({ query: addressQuery<'listCrossRegions'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DataTable
        id="cross-regions"
        label={t('region.letters')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${regionBase}/${row.id}`}
        empty={{ title: t('region.empty'), text: t('region.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('region.search')} />
            <ChoiceFilter
              state={state}
              name="direction"
              label={t('region.direction')}
              single
              options={(['out', 'in'] as const).map((value) => ({ value, label: t(`region.${value}`) }))}
            />
            <FlagFilter state={state} name="open" label={t('list.open')} yes={t('list.open')} no={t('list.closed')} />
            <FlagFilter state={state} name="late" label={t('list.late')} yes={t('list.late')} no={t('list.notLate')} />
            {handles && (
              <>
                <Button type="primary" onClick={() => setOpen('out')}>
                  {t('region.new')}
                </Button>
                <Button onClick={() => setOpen('in')}>{t('region.receive')}</Button>
              </>
            )}
          </FilterBar>
        }
      />
      {open && <NewRegion way={open} caseId={params.get('case')} onClose={() => setOpen(undefined)} />}
    </>
  );
}
