import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { isFieldDevice } from '../../lib/kept.ts';
import { useListState } from '../../lib/list-state.ts';
import { useMe } from '../../lib/meta.ts';
import { CensusOutbox } from './census-outbox-list.tsx';
import { type Census, type CensusRow, censusItemQuery, censusQuery } from './census-query.ts';
import './census.css';

const RESULTS = ['found', 'moved', 'not-found', 'closed'];
const AHEAD = 20;
const hrefOf = (row: CensusRow) => `/agencies/census/items/${row.id}`;

function Towns({ census }: { census: Census }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <Section title={t('census.byTown')}>
      <ul className="census-towns">
        {census.towns.map((town) => (
          <li key={town.townCode ?? 'none'}>
            <Link to={`/agencies/census/${census.id}?town=${town.townCode ?? 'none'}`}>
              <span>{town.town}</span>
              <span className="census-bar" aria-hidden="true">
                <i style={{ width: `${town.total === 0 ? 0 : (town.checked / town.total) * 100}%` }} />
              </span>
              <b>
                {formatExact(town.checked)}/{formatExact(town.total)}
              </b>
              {town.differing > 0 && <small className="warn">{t('census.differing', { n: town.differing })}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function useColumns(): Column<CensusRow>[] {
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
          <span className="cell-sub">{row.address}</span>
        </>
      ),
    },
    { key: 'town', title: t('col.town'), sort: 'town', width: 120, render: (row) => row.town ?? '—' },
    {
      key: 'result',
      title: t('census.result'),
      sort: 'result',
      width: 130,
      render: (row) =>
        row.result === null ? (
          <StatusTag>{t('census.open')}</StatusTag>
        ) : (
          <StatusTag tone={row.result === 'found' ? 'good' : 'late'}>{t(`result.${row.result}`)}</StatusTag>
        ),
    },
    {
      key: 'checkedOn',
      title: t('census.checkedOn'),
      sort: 'checkedOn',
      width: 130,
      render: (row) => (
        <>
          <span className="mono">{row.checkedOn ?? '—'}</span>
          <span className="cell-sub">{row.checkedBy}</span>
        </>
      ),
    },
    {
      key: 'differences',
      title: t('census.differences'),
      align: 'right',
      width: 120,
      render: (row) => (
        <>
          {row.differences === 0 ? <span className="muted">0</span> : <b className="warn">{row.differences}</b>}
          {row.requestId && (
            <Link className="cell-sub link" to={`/agencies/affairs/requests/${row.requestId}`}>
              {t('census.toRequest')}
            </Link>
          )}
        </>
      ),
    },
  ];
}

function Close({ census }: { census: Census }) {
  const { t } = useTranslation(['agency-affairs', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: (note: string) => api.closeCensus({ params: { id: census.id }, body: { note } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['census'] }),
  });
  const ask = () => {
    let note = '';
    modal.confirm({
      title: t('census.closeTitle'),
      icon: null,
      content: (
        <>
          <p>{t('census.closeText', { open: census.total - census.checked })}</p>
          <Input.TextArea
            aria-label={t('census.closeNote')}
            placeholder={t('census.closeNote')}
            maxLength={300}
            onChange={(event) => {
              note = event.target.value;
            }}
          />
        </>
      ),
      okText: t('census.close'),
      cancelText: t('common:cancel'),
      onOk: () => close.mutateAsync(note),
    });
  };
  return (
    <>
      <Button onClick={ask}>{t('census.close')}</Button>
      {close.error && <ErrorBox error={close.error} />}
    </>
  );
}

/** One census: how far each town has come, and its list. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const me = useMe();
  const queries = useQueryClient();
  const state = useListState({ filters: ['q', 'town', 'result', 'open', 'differing'] });
  const census = useQuery(censusQuery(me.userId, id, i18n.language));
  const items = useQuery({
    queryKey: ['census-items', id, state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listCensusItems({ params: { id }, query: addressQuery<'listCensusItems'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const next = items.data?.items.filter((row) => row.result === null).slice(0, AHEAD);
  const ahead = next?.map((row) => row.id).join(' ') ?? '';
  // On a device that is taken along, what comes next is fetched ahead for where there is no network.
  useEffect(() => {
    if (!isFieldDevice() || ahead === '') return;
    for (const item of ahead.split(' ')) void queries.prefetchQuery(censusItemQuery(me.userId, item, i18n.language));
  }, [ahead, me.userId, i18n.language, queries]);
  if (census.error) return <FailedState error={census.error} onRetry={() => census.refetch()} />;
  if (!census.data) return <PageSkeleton />;
  const towns = census.data.towns.map((town) => ({ value: town.townCode ?? 'none', label: town.town }));
  return (
    <div className="page">
      <PageHeader
        title={census.data.title}
        crumbs={[{ label: t('census.heading'), to: '/agencies/census' }]}
        tags={
          <StatusTag tone={census.data.state === 'running' ? 'info' : 'plain'}>
            {t(`census.${census.data.state}`)}
          </StatusTag>
        }
        meta={
          <>
            <span className="mono">
              {census.data.fromOn} – {census.data.toOn}
            </span>
            <span>
              {t('census.progress', {
                checked: formatExact(census.data.checked),
                total: formatExact(census.data.total),
                differing: formatExact(census.data.differing),
                missing: formatExact(census.data.missing),
              })}
            </span>
            {census.data.closeNote && <span>{census.data.closeNote}</span>}
          </>
        }
        actions={census.data.mayEdit && census.data.state === 'running' && <Close census={census.data} />}
      />
      <CensusOutbox />
      <div className="census-columns">
        <Towns census={census.data} />
        <DataTable
          id="census-items"
          label={t('census.list')}
          columns={columns}
          query={items}
          state={state}
          rowKey={(row) => row.id}
          rowHref={hrefOf}
          exportUrl={urlOf(routes.exportCensusItems, {
            params: { id },
            query: addressQuery<'exportCensusItems'>(state.filters),
          })}
          filters={
            <FilterBar state={state}>
              <TextFilter state={state} name="q" label={t('census.find')} />
              <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
              <ChoiceFilter
                state={state}
                name="result"
                label={t('census.result')}
                options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
              />
              <FlagFilter
                state={state}
                name="open"
                label={t('census.open')}
                yes={t('census.open')}
                no={t('census.done')}
              />
              <FlagFilter
                state={state}
                name="differing"
                label={t('census.differences')}
                yes={t('census.hasDiff')}
                no={t('census.noDiff')}
              />
            </FilterBar>
          }
          empty={{ title: t('census.listEmpty'), text: t('census.listEmptyText') }}
        />
      </div>
    </div>
  );
}
