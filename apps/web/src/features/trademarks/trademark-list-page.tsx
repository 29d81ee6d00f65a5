import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { Holders } from '../../components/holders.tsx';
import { OfParty } from '../../components/of-party.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { useEnumOptions, useNiceOptions, usePlaceOptions } from '../../lib/options.ts';
import { toneOf } from '../../lib/tones.ts';

type TrademarkRow = RouteOutput<typeof routes.listTrademarks>['items'][number];

const filterNames = ['q', 'party', 'town', 'zone', 'industry', 'niceClass', 'status', 'linked', 'asOf'];

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('trademarks');
  const { towns, zones } = usePlaceOptions();
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('searchHint')} width={260} />
      <ChoiceFilter state={state} name="niceClass" label={t('niceClass')} options={useNiceOptions()} />
      <ChoiceFilter state={state} name="status" label={t('status')} options={useEnumOptions('trademarkStatus')} />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <ChoiceFilter state={state} name="zone" label={t('zone')} options={zones} />
      <DateFilter state={state} name="asOf" label={t('asOf')} />
      <FlagFilter state={state} name="linked" label={t('linked')} yes={t('linkedYes')} no={t('linkedNo')} />
    </FilterBar>
  );
}

function useColumns(asOf: string | undefined): Column<TrademarkRow>[] {
  const { t } = useTranslation(['trademarks', 'labels']);
  const date = (value: string | null) =>
    value ? <span className="mono">{value}</span> : <span className="muted">—</span>;
  const suffix = asOf ? `?asOf=${asOf}` : '';
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/trademarks/${row.id}${suffix}`}>
            {row.name || t('figurative')}
          </Link>
          <span className="cell-sub mono">{row.registrationNo}</span>
        </>
      ),
    },
    {
      key: 'niceClass',
      title: t('niceClass'),
      sort: 'niceClass',
      render: (row) => <span className="nowrap">{t('labels:niceClass', { n: row.niceClass })}</span>,
    },
    {
      key: 'status',
      title: asOf ? t('statusOn', { date: asOf }) : t('status'),
      sort: 'status',
      render: (row) => <StatusTag tone={toneOf(row.status)}>{t(`labels:trademarkStatus.${row.status}`)}</StatusTag>,
    },
    { key: 'holders', title: t('holders'), phone: 'wide', render: (row) => <Holders holders={row.holders} max={2} /> },
    { key: 'town', title: t('town'), sort: 'town', render: (row) => row.town ?? <span className="muted">—</span> },
    { key: 'kind', title: t('kind'), optional: true, render: (row) => row.kind },
    { key: 'filedOn', title: t('filedOn'), sort: 'filedOn', phone: 'hide', render: (row) => date(row.filedOn) },
    { key: 'registeredOn', title: t('registeredOn'), sort: 'registeredOn', render: (row) => date(row.registeredOn) },
    { key: 'expiresOn', title: t('expiresOn'), sort: 'expiresOn', render: (row) => date(row.expiresOn) },
  ];
}

/** Trademarks of the district, one row per number and class. */
export function Page() {
  const { t, i18n } = useTranslation('trademarks');
  const state = useListState({ filters: filterNames, sort: '-registeredOn' });
  const query = useQuery({
    queryKey: ['trademarks', state.query, i18n.language],
    queryFn: ({ signal }) => api.listTrademarks({ query: addressQuery<'listTrademarks'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={state.filters.party ? <OfParty state={state} /> : <span>{t('perClass')}</span>}
      />
      <DataTable
        id="trademarks"
        label={t('title')}
        columns={useColumns(state.filters.asOf)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/trademarks/${row.id}${state.filters.asOf ? `?asOf=${state.filters.asOf}` : ''}`}
        exportUrl={urlOf(routes.exportTrademarks, { query: state.query })}
        filters={<Filters state={state} />}
      />
    </div>
  );
}
