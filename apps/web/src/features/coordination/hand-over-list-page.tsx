import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { HAND_OVER_KINDS, type HandOverRow, handOverBase } from './coordination-query.ts';
import { NewHandOver } from './new-hand-over.tsx';
import './coordination.css';

function InTime({ row }: { row: HandOverRow }) {
  const { t } = useTranslation('coordination');
  if (row.inTime === null) return <ClockCell clock={row.clock} />;
  return (
    <>
      <StatusTag tone={row.inTime ? 'good' : 'late'}>{t(row.inTime ? 'list.inTime' : 'list.late')}</StatusTag>
      <span className="cell-sub mono">{row.answeredOn}</span>
    </>
  );
}

function useColumns(): Column<HandOverRow>[] {
  const { t } = useTranslation('coordination');
  return [
    {
      key: 'title',
      title: t('list.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${handOverBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">
            {row.kindLabel} <span className="mono">{row.documentNo ?? row.number}</span>
          </span>
        </>
      ),
    },
    {
      key: 'way',
      title: t('list.way'),
      phone: 'wide',
      width: 190,
      render: (row) => (
        <span className="way-cell" title={`${row.from.name} → ${row.to.name}`}>
          {row.from.shortName}
          <i aria-hidden="true">→</i>
          <b>{row.to.shortName}</b>
        </span>
      ),
    },
    { key: 'state', title: t('list.state'), width: 130, render: (row) => <StandingState row={row} /> },
    {
      key: 'sentOn',
      title: t('list.sentOn'),
      width: 110,
      render: (row) => (row.sentOn ? <span className="mono">{row.sentOn}</span> : <span className="muted">—</span>),
    },
    { key: 'due', title: t('list.due'), phone: 'wide', width: 200, render: (row) => <InTime row={row} /> },
  ];
}

/** What was handed over, both ways; a partner finds what concerns its body alone. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const [params] = useSearchParams();
  const prepares = can(me, permissions.prepareHandOvers);
  const refers = can(me, permissions.referHandOvers);
  const [open, setOpen] = useState(params.get('case') !== null && prepares);
  const state = useListState({ filters: ['q', 'direction', 'kind', 'state', 'open', 'late', 'answered', 'body'] });
  const query = useQuery({
    queryKey: ['hand-overs', state.query, i18n.language],
    queryFn: ({ signal }) => api.listHandOvers({ query: addressQuery<'listHandOvers'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t(refers && !prepares ? 'partner.title' : 'title')}
        meta={<span>{t(refers && !prepares ? 'partner.meta' : 'meta')}</span>}
        actions={
          (prepares || refers) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t(prepares ? 'new.open' : 'refer.open')}
            </Button>
          )
        }
      />
      <DataTable
        id="hand-overs"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${handOverBase}/${row.id}`}
        exportUrl={urlOf(routes.exportHandOvers, { query: state.filters })}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('list.search')} />
            <ChoiceFilter
              state={state}
              name="direction"
              label={t('list.direction')}
              single
              options={['out', 'in'].map((value) => ({ value, label: t(`direction.${value}`) }))}
            />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('list.kind')}
              options={HAND_OVER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <FlagFilter state={state} name="open" label={t('list.open')} yes={t('list.open')} no={t('list.closed')} />
            <FlagFilter state={state} name="late" label={t('list.late')} yes={t('list.late')} no={t('list.notLate')} />
          </FilterBar>
        }
      />
      {open && <NewHandOver caseId={params.get('case')} way={prepares ? 'out' : 'in'} onClose={() => setOpen(false)} />}
    </div>
  );
}
