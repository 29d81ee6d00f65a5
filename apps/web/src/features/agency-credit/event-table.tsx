import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { type CreditEvent, rulesQuery, subjectPath, useCreditBase } from './credit-query.ts';
import { EndEvent } from './end-event.tsx';

function Standing({ event }: { event: CreditEvent }) {
  const { t } = useTranslation('agency-credit');
  if (event.withdrawnReason !== null)
    return <StatusTag title={event.withdrawnReason}>{t('event.withdrawn')}</StatusTag>;
  if (event.revokedOn !== null)
    return <StatusTag title={event.revokedBasis ?? ''}>{t('event.revokedOn', { day: event.revokedOn })}</StatusTag>;
  if (event.repairedOn !== null)
    return <StatusTag tone="good">{t('event.repairedOn', { day: event.repairedOn })}</StatusTag>;
  return event.countsToday ? (
    <StatusTag tone="warn">{t('event.counts')}</StatusTag>
  ) : (
    <StatusTag>{t('event.over')}</StatusTag>
  );
}

function useColumns(onEnd: ((event: CreditEvent) => void) | undefined): Column<CreditEvent>[] {
  const { t } = useTranslation('agency-credit');
  const base = useCreditBase();
  const columns: Column<CreditEvent>[] = [
    { key: 'on', title: t('event.on'), width: 110, render: (row) => <span className="mono">{row.on}</span> },
    {
      key: 'name',
      title: t('event.subject'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={subjectPath(base, row)}>
            {row.name}
          </Link>
          <span className="cell-sub">{row.subjectType === 'person' ? row.agencyName : row.town}</span>
        </>
      ),
    },
    {
      key: 'sort',
      title: t('event.what'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.sortLabel}
          <span className="cell-sub">{[row.text, row.authority, row.documentNo].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'standing', title: t('event.standing'), width: 150, render: (row) => <Standing event={row} /> },
    {
      key: 'origin',
      title: t('event.origin'),
      width: 150,
      render: (row) => (
        <>
          {row.source ? (
            <Link className="link" to={row.source}>
              {row.originLabel}
            </Link>
          ) : (
            row.originLabel
          )}
          {row.proofName && (
            <a
              className="link cell-sub"
              href={urlOf(routes.getCreditProof, { params: { id: row.id } })}
              download
              title={row.proofName}
            >
              {t('event.proof')}
            </a>
          )}
        </>
      ),
    },
  ];
  if (onEnd !== undefined)
    columns.push({
      key: 'do',
      title: t('event.do'),
      width: 90,
      render: (row) =>
        row.withdrawnReason !== null || row.revokedOn !== null ? null : (
          <button type="button" className="link" onClick={() => onEnd(row)}>
            {t('event.end')}
          </button>
        ),
    });
  return columns;
}

/** Everything that counts or counted, newest first, with its proof. */
export function EventTable() {
  const { t, i18n } = useTranslation('agency-credit');
  const [ending, setEnding] = useState<CreditEvent>();
  const state = useListState({ filters: ['q', 'sortOf', 'origin', 'from', 'to'] }, 'e.');
  const query = useQuery({
    queryKey: ['credit', 'events', state.query, i18n.language],
    queryFn: ({ signal }) => api.listCreditEvents({ query: addressQuery<'listCreditEvents'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const rules = useQuery(rulesQuery(undefined, i18n.language));
  return (
    <>
      <DataTable
        id="credit-events"
        label={t('tab.events')}
        columns={useColumns(query.data?.mayEnter ? setEnding : undefined)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        empty={{ title: t('empty.event'), text: t('emptyText.event') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('event.search')} />
            <ChoiceFilter
              state={state}
              name="sortOf"
              label={t('event.what')}
              options={(rules.data?.sorts ?? []).map(({ sort, label }) => ({ value: sort, label }))}
            />
            <ChoiceFilter
              state={state}
              name="origin"
              label={t('event.origin')}
              single
              options={['register', 'signal', 'association', 'officer'].map((value) => ({
                value,
                label: t(`origin.${value}`),
              }))}
            />
            <DateFilter state={state} name="from" label={t('event.from')} />
            <DateFilter state={state} name="to" label={t('event.to')} />
          </FilterBar>
        }
      />
      {ending && <EndEvent event={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}
