import type { PartyRow } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { useEnumOptions, usePlaceOptions } from '../../lib/options.ts';
import { listTone, toneOf } from '../../lib/tones.ts';

const filterNames = [
  'q',
  'town',
  'zone',
  'industry',
  'kind',
  'status',
  'membership',
  'hasPatent',
  'hasInvention',
  'hasTrademark',
];

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation(['parties', 'common']);
  const { towns, zones, sections } = usePlaceOptions();
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('searchHint')} width={280} />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <ChoiceFilter state={state} name="zone" label={t('zone')} options={zones} />
      <ChoiceFilter state={state} name="industry" label={t('industry')} options={sections} />
      <ChoiceFilter state={state} name="kind" label={t('kind')} options={useEnumOptions('partyKind')} />
      <ChoiceFilter state={state} name="status" label={t('status')} options={useEnumOptions('partyStatus')} />
      <ChoiceFilter state={state} name="membership" label={t('membership')} options={useEnumOptions('membership')} />
      <FlagFilter state={state} name="hasPatent" label={t('validPatents')} />
      <FlagFilter state={state} name="hasInvention" label={t('validInventions')} />
      <FlagFilter state={state} name="hasTrademark" label={t('validTrademarks')} />
    </FilterBar>
  );
}

function useColumns(): Column<PartyRow>[] {
  const { t } = useTranslation(['parties', 'labels', 'common']);
  const count = (value: number, href: string, label: string) =>
    value === 0 ? <span className="muted">0</span> : <NumberLink value={value} href={href} label={label} exact />;
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/enterprises/${row.id}`}>
            {row.name}
          </Link>
          <span className="cell-sub mono">{row.uscc ?? t('noUscc')}</span>
        </>
      ),
    },
    {
      key: 'town',
      title: t('town'),
      sort: 'town',
      width: 110,
      render: (row) => row.town ?? <span className="muted">—</span>,
    },
    { key: 'zone', title: t('zone'), optional: true, render: (row) => row.zone ?? <span className="muted">—</span> },
    {
      key: 'industry',
      title: t('industry'),
      sort: 'industry',
      phone: 'hide',
      render: (row) =>
        row.industryCode ? (
          <>
            {row.industry} <span className="muted">{row.industryCode}</span>
          </>
        ) : (
          <span className="muted">—</span>
        ),
    },
    {
      key: 'memberships',
      phone: 'wide',
      title: t('membership'),
      render: (row) =>
        row.memberships.length === 0 ? null : (
          <span className="row" style={{ gap: 4 }}>
            {row.memberships.map((kind) => (
              <StatusTag key={kind} tone={listTone(kind)}>
                {t(`labels:membership.${kind}`)}
              </StatusTag>
            ))}
          </span>
        ),
    },
    {
      key: 'status',
      title: t('status'),
      sort: 'status',
      render: (row) => <StatusTag tone={toneOf(row.status)}>{t(`labels:partyStatus.${row.status}`)}</StatusTag>,
    },
    { key: 'kind', title: t('kind'), optional: true, render: (row) => t(`labels:partyKind.${row.kind}`) },
    {
      key: 'validPatents',
      title: t('validPatents'),
      unit: t('common:unit.item'),
      align: 'right',
      sort: 'validPatents',
      render: (row) => count(row.validPatents, `/patents?party=${row.id}&status=granted`, t('validPatents')),
    },
    {
      key: 'validInventions',
      title: t('validInventions'),
      unit: t('common:unit.item'),
      align: 'right',
      sort: 'validInventions',
      render: (row) =>
        count(row.validInventions, `/patents?party=${row.id}&kind=invention&status=granted`, t('validInventions')),
    },
    {
      key: 'validTrademarks',
      title: t('validTrademarks'),
      unit: t('common:unit.item'),
      align: 'right',
      sort: 'validTrademarks',
      render: (row) =>
        count(row.validTrademarks, `/trademarks?party=${row.id}&status=registered`, t('validTrademarks')),
    },
    {
      key: 'establishedOn',
      title: t('establishedOn'),
      sort: 'establishedOn',
      optional: true,
      render: (row) => row.establishedOn ?? <span className="muted">—</span>,
    },
  ];
}

/** Enterprises and other bodies of the district. */
export function Page() {
  const { t, i18n } = useTranslation(['parties', 'shell']);
  const state = useListState({ filters: filterNames, sort: 'name' });
  const query = useQuery({
    queryKey: ['parties', state.query, i18n.language],
    queryFn: ({ signal }) => api.listParties({ query: addressQuery<'listParties'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <DataTable
        id="parties"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/enterprises/${row.id}`}
        exportUrl={urlOf(routes.exportParties, { query: state.query })}
        filters={<Filters state={state} />}
      />
    </div>
  );
}
