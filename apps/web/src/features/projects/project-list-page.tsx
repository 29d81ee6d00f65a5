import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { InstalmentBoxes, toneOfState, Wan } from './amounts.tsx';
import { CallRow } from './call-row.tsx';
import { base, type CallSummary, callsQuery, expertsHref, type ProjectSummary, projectHref } from './project-query.ts';
import './projects.css';

const STATES = [
  'draft',
  'returned',
  'submitted',
  'recommended',
  'supplementing',
  'supplemented',
  'checked',
  'reviewing',
  'ranked',
  'publicised',
  'objected',
  'approved',
  'running',
  'midterm',
  'change-requested',
  'acceptance-applied',
  'accepted',
  'closed',
  'not-accepted',
  'not-selected',
  'failed',
  'terminated',
  'withdrawn',
];

function useColumns(): Column<ProjectSummary>[] {
  const { t } = useTranslation('projects');
  const me = useMe();
  const columns: Column<ProjectSummary>[] = [
    {
      key: 'title',
      title: t('list.project'),
      phone: 'title',
      sort: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={projectHref(row.id)}>
            {row.title}
          </Link>
          <span className="cell-sub">
            {row.number} · {row.kindLabel}
          </span>
        </>
      ),
    },
    {
      key: 'lead',
      title: t('list.lead'),
      sort: 'lead',
      phone: 'wide',
      render: (row) => (
        <>
          {row.lead}
          <span className="cell-sub">
            {[row.town, row.members > 1 ? t('list.members', { count: row.members }) : null].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('list.state'),
      sort: 'state',
      width: 150,
      render: (row) => <StatusTag tone={toneOfState(row.state, row.standing)}>{row.stateLabel}</StatusTag>,
    },
    {
      key: 'score',
      title: t('list.score'),
      align: 'right',
      sort: 'score',
      width: 84,
      render: (row) => (row.score === null ? <span className="muted">—</span> : row.score.toFixed(2)),
    },
    {
      key: 'grant',
      title: t('list.grant'),
      unit: t('unit.wan'),
      align: 'right',
      sort: 'requestedFen',
      render: (row) => (
        <>
          <Wan fen={row.grantedFen ?? row.requestedFen} unit={false} />
          {row.grantedFen === null && <span className="cell-sub">{t('list.asked')}</span>}
        </>
      ),
    },
    {
      key: 'instalments',
      title: t('list.instalments'),
      width: 110,
      render: (row) => <InstalmentBoxes parts={row.instalments} />,
    },
    {
      key: 'updated',
      title: t('list.updated'),
      sort: 'updatedAt',
      width: 110,
      phone: 'hide',
      render: (row) => <span className="mono">{formatDay(row.updatedAt)}</span>,
    },
  ];
  return can(me, permissions.readExperts) ? columns : columns.filter((column) => column.key !== 'score');
}

function Filters({ state, calls }: { state: ListState; calls: readonly CallSummary[] }) {
  const { t } = useTranslation('projects');
  const { towns } = usePlaceOptions();
  const kinds = [...new Map(calls.map((call) => [call.kind, call.kindLabel]))];
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('list.search')} />
      <ChoiceFilter
        state={state}
        name="call"
        label={t('list.call')}
        options={calls.map((call) => ({ value: call.id, label: call.title }))}
      />
      <ChoiceFilter
        state={state}
        name="kind"
        label={t('list.kind')}
        options={kinds.map(([value, label]) => ({ value, label }))}
      />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('list.state')}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <ChoiceFilter state={state} name="town" label={t('list.town')} options={towns} />
    </FilterBar>
  );
}

function Calls() {
  const { t, i18n } = useTranslation('projects');
  const query = useQuery(callsQuery(i18n.language));
  return (
    <Section title={t('call.title')} note={t('call.note')} flush>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={4} />}
      {query.data?.items.length === 0 && <EmptyState title={t('call.none')}>{t('call.noneText')}</EmptyState>}
      <ul className="call-rows">
        {query.data?.items.map((call) => (
          <CallRow key={call.id} call={call} />
        ))}
      </ul>
    </Section>
  );
}

/** Calls for projects, and every project in reach with state, score and instalments. */
export function Page() {
  const { t, i18n } = useTranslation('projects');
  const me = useMe();
  const navigate = useNavigate();
  const state = useListState({ filters: ['q', 'call', 'kind', 'state', 'town', 'party'], sort: '-number' });
  const calls = useQuery(callsQuery(i18n.language));
  const query = useQuery({
    queryKey: ['projects', state.query, i18n.language],
    queryFn: ({ signal }) => api.listProjects({ query: addressQuery<'listProjects'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          <>
            {can(me, permissions.readExperts) && (
              <Button onClick={() => navigate(expertsHref)}>{t('expert.title')}</Button>
            )}
            {calls.data?.mayEdit && (
              <Button type="primary" onClick={() => navigate(`${base}/calls/new`)}>
                {t('call.new')}
              </Button>
            )}
          </>
        }
      />
      <div className="call-list">
        <Calls />
      </div>
      <DataTable
        id="projects"
        label={t('list.label')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => projectHref(row.id)}
        filters={<Filters state={state} calls={calls.data?.items ?? []} />}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
      />
    </div>
  );
}
