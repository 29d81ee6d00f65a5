import type { AgencyRequestSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { toneOfStanding } from './tones.ts';

const STATES = ['draft', 'submitted', 'returned', 'approved', 'refused', 'withdrawn'];
const hrefOf = (row: AgencyRequestSummary) => `/agencies/affairs/requests/${row.id}`;

function useColumns(): Column<AgencyRequestSummary>[] {
  const { t } = useTranslation('agency-affairs');
  return [
    {
      key: 'name',
      title: t('col.agency'),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row)}>
            {row.name}
          </Link>
          <span className="cell-sub">
            {row.number} · {t(`origin.${row.origin}`)}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('col.matter'),
      phone: 'wide',
      render: (row) => (
        <>
          {t(`requestKind.${row.kind}`)}
          {row.kind === 'change' && <span className="cell-sub">{row.about.join('、')}</span>}
        </>
      ),
    },
    { key: 'town', title: t('col.town'), width: 110, render: (row) => row.town ?? <span className="muted">—</span> },
    {
      key: 'state',
      title: t('col.state'),
      sort: 'state',
      width: 110,
      render: (row) => <StatusTag tone={toneOfStanding(row.standing)}>{row.stateLabel}</StatusTag>,
    },
    {
      key: 'effectiveOn',
      title: t('col.effectiveOn'),
      width: 130,
      render: (row) => (
        <>
          <span className="mono">{row.effectiveOn ?? '—'}</span>
          {row.lateDays !== null && (
            <span className="cell-sub warn">{t('request.lateBy', { days: row.lateDays })}</span>
          )}
        </>
      ),
    },
    {
      key: 'filedOn',
      title: t('col.filedOn'),
      sort: 'filedOn',
      width: 110,
      render: (row) => <span className="mono">{row.filedOn ?? '—'}</span>,
    },
  ];
}

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('agency-affairs');
  const { towns } = usePlaceOptions();
  const options = (names: readonly string[], words: string) =>
    names.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('filter.q')} />
      <ChoiceFilter
        state={state}
        name="kind"
        label={t('col.matter')}
        options={options(['registration', 'change'], 'requestKind')}
      />
      <ChoiceFilter state={state} name="state" label={t('col.state')} options={options(STATES, 'requestState')} />
      <ChoiceFilter
        state={state}
        name="origin"
        label={t('filter.origin')}
        options={options(['agency', 'officer', 'census'], 'origin')}
      />
      <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
      <FlagFilter
        state={state}
        name="late"
        label={t('filter.late')}
        yes={t('filter.lateYes')}
        no={t('filter.lateNo')}
      />
    </FilterBar>
  );
}

/** Registrations and changes, newest first. */
export function RequestsTab() {
  const { t, i18n } = useTranslation('agency-affairs');
  const state = useListState({
    filters: ['q', 'kind', 'state', 'origin', 'town', 'late', 'agency', 'closed'],
    sort: '-number',
  });
  const query = useQuery({
    queryKey: ['agency-requests', state.query, i18n.language],
    queryFn: ({ signal }) => api.listAgencyRequests({ query: addressQuery<'listAgencyRequests'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable
      id="agency-requests"
      label={t('tab.requests')}
      columns={useColumns()}
      query={query}
      state={state}
      rowKey={(row) => row.id}
      rowHref={hrefOf}
      exportUrl={urlOf(routes.exportAgencyRequests, { query: addressQuery<'exportAgencyRequests'>(state.filters) })}
      filters={<Filters state={state} />}
      empty={{ title: t('request.empty'), text: t('request.emptyText') }}
    />
  );
}
