import type { Visit } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { OfParty } from '../../components/of-party.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { toneOf } from '../../lib/tones.ts';
import './visits.css';

const filterNames = ['q', 'campaign', 'town', 'from', 'to', 'mine', 'party'];

function Filters({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation(['visits', 'common']);
  const me = useMe();
  const { towns } = usePlaceOptions();
  const campaigns = useQuery({
    queryKey: ['campaigns', i18n.language],
    queryFn: ({ signal }) => api.listCampaigns({ query: {} }, signal),
    enabled: can(me, permissions.readCampaigns),
  });
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} />
      <ChoiceFilter
        state={state}
        name="campaign"
        label={t('campaign')}
        options={(campaigns.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))}
      />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <DateFilter state={state} name="from" label={t('from')} />
      <DateFilter state={state} name="to" label={t('to')} />
      <FlagFilter state={state} name="mine" label={t('mine')} yes={t('onlyMine')} no={t('notMine')} />
    </FilterBar>
  );
}

function useColumns(): Column<Visit>[] {
  const { t } = useTranslation(['visits', 'cultivation']);
  return [
    { key: 'visitedOn', title: t('on'), width: 110, render: (row) => <span className="mono">{row.visitedOn}</span> },
    {
      key: 'subject',
      title: t('subject'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/cultivation/targets/${row.targetId}#visit-${row.id}`}>
            {row.subjectName}
          </Link>
          <span className="cell-sub">{row.campaignTitle}</span>
        </>
      ),
    },
    {
      key: 'result',
      title: t('result'),
      render: (row) => (
        <>
          <StatusTag tone={toneOf(row.result)}>{t(`cultivation:result.${row.result}`)}</StatusTag>
          <span className="cell-sub">{t(`cultivation:channel.${row.channel}`)}</span>
        </>
      ),
    },
    {
      key: 'summary',
      title: t('summary'),
      phone: 'wide',
      render: (row) => (
        <>
          <span className="visit-words">{row.summary}</span>
          {row.alsoLoggedBy && <span className="cell-sub warn">{t('alsoLogged', { name: row.alsoLoggedBy })}</span>}
          {row.note && <span className="cell-sub warn">{row.note}</span>}
        </>
      ),
    },
    {
      key: 'next',
      title: t('next'),
      phone: 'wide',
      render: (row) =>
        row.nextOn || row.nextStep ? (
          <>
            {row.nextOn && <span className="mono">{row.nextOn}</span>}
            {row.nextStep && <span className="cell-sub">{row.nextStep}</span>}
          </>
        ) : (
          <span className="muted">—</span>
        ),
    },
    {
      key: 'photos',
      title: t('photos'),
      unit: t('cultivation:unit.photo'),
      align: 'right',
      phone: 'hide',
      render: (row) => (row.photos.length === 0 ? <span className="muted">0</span> : row.photos.length),
    },
    { key: 'by', title: t('by'), render: (row) => row.by },
  ];
}

/** Every visit of the district, newest first. */
export function Page() {
  const { t, i18n } = useTranslation(['visits', 'cultivation']);
  const state = useListState({ filters: filterNames });
  const query = useQuery({
    queryKey: ['visits', state.query, i18n.language],
    queryFn: ({ signal }) => api.listVisits({ query: addressQuery<'listVisits'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={state.filters.party ? <OfParty state={state} /> : <span>{t('meta')}</span>}
      />
      <DataTable
        id="visits"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/cultivation/targets/${row.targetId}#visit-${row.id}`}
        filters={<Filters state={state} />}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
