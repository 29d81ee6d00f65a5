import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { casesBase } from '../../components/case-frame/case-query.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import { useCaseColumns } from './case-columns.tsx';
import { optionsQuery } from './cases-query.ts';
import './cases.css';

const FILTERS = [
  'q',
  'state',
  'due',
  'mine',
  'open',
  'source',
  'organisation',
  'town',
  'behaviour',
  'track',
  'decision',
  'hit',
  'transferOpen',
  'electronic',
  'receivedFrom',
  'receivedTo',
  'decidedFrom',
  'decidedTo',
];

function Quick({ state }: { state: ListState }) {
  const { t } = useTranslation('cases');
  const views: readonly { key: string; set: Record<string, string> }[] = [
    { key: 'mine', set: { mine: 'true', open: 'true' } },
    { key: 'overdue', set: { due: 'overdue' } },
    { key: 'week', set: { due: 'week' } },
    { key: 'transfer', set: { transferOpen: 'true' } },
    { key: 'open', set: { open: 'true' } },
  ];
  return (
    <nav className="quick-views no-print" aria-label={t('quick.label')}>
      <Link to={casesBase} className={state.isFiltered ? undefined : 'current'}>
        {t('quick.all')}
      </Link>
      {views.map(({ key, set }) => {
        const current =
          Object.keys(state.filters).length === Object.keys(set).length &&
          Object.entries(set).every(([name, value]) => state.filters[name] === value);
        return (
          <Link
            key={key}
            to={`${casesBase}?${new URLSearchParams(set).toString()}`}
            className={current ? 'current' : undefined}
          >
            {t(`quick.${key}`)}
          </Link>
        );
      })}
    </nav>
  );
}

function Filters({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation('cases');
  const options = useQuery(optionsQuery(i18n.language)).data;
  const choices = (list: readonly { code: string; label: string }[] | undefined) =>
    (list ?? []).map(({ code, label }) => ({ value: code, label }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('list.search')} />
      <ChoiceFilter state={state} name="state" label={t('list.state')} options={choices(options?.states)} />
      <ChoiceFilter
        state={state}
        name="due"
        label={t('list.due')}
        options={['overdue', 'week', 'month', 'none'].map((value) => ({ value, label: t(`due.${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="behaviour"
        label={t('list.behaviour')}
        options={(options?.behaviours ?? []).map(({ row, label }) => ({
          value: String(row),
          label: `${row} ${label}`,
        }))}
      />
      {(options?.organisations.length ?? 0) > 1 && (
        <ChoiceFilter
          state={state}
          name="organisation"
          label={t('list.organisation')}
          options={choices(options?.organisations)}
        />
      )}
      <ChoiceFilter state={state} name="town" label={t('list.town')} options={choices(options?.towns)} />
      <ChoiceFilter state={state} name="source" label={t('list.source')} options={choices(options?.sources)} />
      <ChoiceFilter state={state} name="decision" label={t('list.decision')} options={choices(options?.decisions)} />
      <FlagFilter state={state} name="hit" label={t('list.hit')} />
      <DateFilter state={state} name="receivedFrom" label={t('list.receivedFrom')} />
      <DateFilter state={state} name="receivedTo" label={t('list.receivedTo')} />
    </FilterBar>
  );
}

/** Cases in reach: where each stands, who handles it, which clock is nearest. */
export function Page() {
  const { t, i18n } = useTranslation('cases');
  const me = useMe();
  const state = useListState({ filters: FILTERS, sort: '-receivedOn' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<BulkKind>();
  const query = useQuery({
    queryKey: ['cases', state.query, i18n.language],
    queryFn: ({ signal }) => api.listCases({ query: addressQuery<'listCases'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const assigns = can(me, permissions.assignCases);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          can(me, permissions.registerClues) && (
            <Link to={`${casesBase}/new`}>
              <Button type="primary">{t('new.open')}</Button>
            </Link>
          )
        }
      />
      <Quick state={state} />
      <DataTable
        id="cases"
        label={t('title')}
        columns={useCaseColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${casesBase}/${row.id}`}
        exportUrl={urlOf(routes.exportCases, { query: state.filters as never })}
        filters={<Filters state={state} />}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
        {...(assigns
          ? {
              selection: { keys: chosen, onChange: setChosen },
              bulk: (
                <>
                  <Button size="small" onClick={() => setBulk('handlers')}>
                    {t('bulk.handlers')}
                  </Button>
                  <Button size="small" onClick={() => setBulk('organisation')}>
                    {t('bulk.organisation')}
                  </Button>
                </>
              ),
            }
          : {})}
      />
      {bulk && (
        <BulkDialog
          kind={bulk}
          ids={[...chosen]}
          onClose={(done) => {
            setBulk(undefined);
            if (done) setChosen(new Set());
          }}
        />
      )}
    </div>
  );
}
