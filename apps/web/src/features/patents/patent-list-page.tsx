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
import { useEnumOptions, usePlaceOptions } from '../../lib/options.ts';
import { toneOf } from '../../lib/tones.ts';

type PatentRow = RouteOutput<typeof routes.listPatents>['items'][number];

const filterNames = [
  'q',
  'party',
  'town',
  'zone',
  'industry',
  'kind',
  'status',
  'ipc',
  'filedFrom',
  'filedTo',
  'dueFrom',
  'dueTo',
  'linked',
  'abnormal',
  'asOf',
];

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('patents');
  const { towns, zones } = usePlaceOptions();
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('searchHint')} width={260} />
      <ChoiceFilter state={state} name="kind" label={t('kind')} options={useEnumOptions('patentKind')} />
      <ChoiceFilter state={state} name="status" label={t('status')} options={useEnumOptions('patentStatus')} />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <ChoiceFilter state={state} name="zone" label={t('zone')} options={zones} />
      <TextFilter state={state} name="ipc" label={t('ipcHint')} width={130} />
      <DateFilter state={state} name="filedFrom" label={t('filedFrom')} />
      <DateFilter state={state} name="filedTo" label={t('filedTo')} />
      <DateFilter state={state} name="dueFrom" label={t('dueFrom')} />
      <DateFilter state={state} name="dueTo" label={t('dueTo')} />
      <DateFilter state={state} name="asOf" label={t('asOf')} />
      <FlagFilter state={state} name="linked" label={t('linked')} yes={t('linkedYes')} no={t('linkedNo')} />
      <FlagFilter state={state} name="abnormal" label={t('abnormal')} yes={t('abnormalYes')} no={t('abnormalNo')} />
    </FilterBar>
  );
}

function useColumns(asOf: string | undefined): Column<PatentRow>[] {
  const { t } = useTranslation(['patents', 'labels']);
  const date = (value: string | null) =>
    value ? <span className="mono">{value}</span> : <span className="muted">—</span>;
  const suffix = asOf ? `?asOf=${asOf}` : '';
  return [
    {
      key: 'title',
      title: t('name'),
      sort: 'title',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/patents/${row.id}${suffix}`}>
            {row.title}
          </Link>
          {row.abnormal && (
            <>
              {' '}
              <StatusTag tone="late">{t('abnormal')}</StatusTag>
            </>
          )}
          <span className="cell-sub mono">{row.applicationNo}</span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('kind'),
      sort: 'kind',
      render: (row) => <span className="nowrap">{t(`labels:patentKind.${row.kind}`)}</span>,
    },
    {
      key: 'status',
      title: asOf ? t('statusOn', { date: asOf }) : t('status'),
      sort: 'status',
      render: (row) => <StatusTag tone={toneOf(row.status)}>{t(`labels:patentStatus.${row.status}`)}</StatusTag>,
    },
    { key: 'holders', title: t('holders'), phone: 'wide', render: (row) => <Holders holders={row.holders} max={2} /> },
    { key: 'town', title: t('town'), sort: 'town', render: (row) => row.town ?? <span className="muted">—</span> },
    {
      key: 'ipcMain',
      title: t('ipcMain'),
      sort: 'ipcMain',
      phone: 'hide',
      render: (row) => <span className="mono">{row.ipcMain}</span>,
    },
    { key: 'filedOn', title: t('filedOn'), sort: 'filedOn', render: (row) => date(row.filedOn) },
    { key: 'grantedOn', title: t('grantedOn'), sort: 'grantedOn', phone: 'hide', render: (row) => date(row.grantedOn) },
    { key: 'nextDueOn', title: t('nextDueOn'), sort: 'nextDueOn', render: (row) => date(row.nextDueOn) },
    {
      key: 'publicationNo',
      title: t('publicationNo'),
      optional: true,
      render: (row) => <span className="mono">{row.publicationNo}</span>,
    },
  ];
}

/** Patents of the district. */
export function Page() {
  const { t, i18n } = useTranslation('patents');
  const state = useListState({ filters: filterNames, sort: '-filedOn' });
  const query = useQuery({
    queryKey: ['patents', state.query, i18n.language],
    queryFn: ({ signal }) => api.listPatents({ query: addressQuery<'listPatents'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<OfParty state={state} />} />
      <DataTable
        id="patents"
        label={t('title')}
        columns={useColumns(state.filters.asOf)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/patents/${row.id}${state.filters.asOf ? `?asOf=${state.filters.asOf}` : ''}`}
        exportUrl={urlOf(routes.exportPatents, { query: state.query })}
        filters={<Filters state={state} />}
      />
    </div>
  );
}
