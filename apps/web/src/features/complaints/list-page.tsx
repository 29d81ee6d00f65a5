import type { MatterLine } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DaysLeft } from '../../components/procedure-panel/days-left.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { daysBetween, today } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { LIST, matterHref, matterTone, useComplaintForm } from './complaint-query.ts';
import '../../components/page-tabs.css';
import './complaints.css';

const filters = ['q', 'kind', 'state', 'source', 'town', 'organisation', 'mine', 'open', 'from', 'to'];
const SOURCES = ['desk', 'public', '12315', 'hand-over', 'watch', 'inspection'];

function Due({ row }: { row: MatterLine }) {
  if (row.dueOn === null) return <span className="muted">—</span>;
  return (
    <>
      <span className="mono">{row.dueOn}</span>{' '}
      <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), row.dueOn), waits: false }} />
      <span className="cell-sub">{row.dueLabel}</span>
    </>
  );
}

function useColumns(): Column<MatterLine>[] {
  const { t } = useTranslation('complaints');
  return [
    {
      key: 'subject',
      title: t('column.subject'),
      sort: 'subjectName',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={matterHref(row.id)}>
            {row.subjectName}
          </Link>
          <span className="cell-sub">
            <span className={`matter-sort ${row.sort}`}>{row.sortLabel}</span> {row.title}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (row) => (
        <>
          <StatusTag tone={matterTone(row)}>{row.stateLabel}</StatusTag>
          {row.joined > 0 && <span className="cell-sub">{t('joinedCount', { n: row.joined })}</span>}
          {row.caseNumber && <span className="cell-sub mono">{row.caseNumber}</span>}
        </>
      ),
    },
    { key: 'due', title: t('column.due'), sort: 'dueOn', phone: 'wide', render: (row) => <Due row={row} /> },
    {
      key: 'organisation',
      title: t('column.organisation'),
      render: (row) => (
        <>
          <span className="nowrap">{row.organisation}</span>
          <span className="cell-sub">{row.handlers.length === 0 ? t('nobody') : row.handlers.join(t('comma'))}</span>
        </>
      ),
    },
    {
      key: 'person',
      title: t('column.person'),
      phone: 'hide',
      render: (row) => (
        <>
          {row.person}
          <span className="cell-sub">{row.sourceLabel}</span>
        </>
      ),
    },
    {
      key: 'received',
      title: t('column.received'),
      sort: 'receivedOn',
      render: (row) => (
        <>
          <span className="mono nowrap">{row.receivedOn}</span>
          <span className="cell-sub mono">{row.number}</span>
        </>
      ),
    },
  ];
}

interface Count {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

function StateTabs({ state, counts }: { state: ListState; counts: readonly Count[] }) {
  const { t } = useTranslation('complaints');
  const chosen = state.filters.state;
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const tab = (code: string | undefined, label: string, count: number) => (
    <button key={code ?? 'all'} type="button" aria-pressed={chosen === code} onClick={() => state.set({ state: code })}>
      {label} <small>{count}</small>
    </button>
  );
  return (
    <nav className="page-tabs matter-tabs" aria-label={t('column.state')}>
      {tab(undefined, t('all'), total)}
      {counts.filter((one) => one.count > 0).map((one) => tab(one.code, one.label, one.count))}
    </nav>
  );
}

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('complaints');
  const { towns } = usePlaceOptions();
  const form = useComplaintForm();
  const bodies = (form.data?.organisations ?? []).map((one) => ({ value: one.code, label: one.label }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} />
      <ChoiceFilter
        state={state}
        name="kind"
        label={t('column.sort')}
        options={['complaint', 'report'].map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="source"
        label={t('column.source')}
        options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <ChoiceFilter state={state} name="organisation" label={t('column.organisation')} options={bodies} />
      <ChoiceFilter state={state} name="town" label={t('column.town')} options={towns} />
      <FlagFilter state={state} name="open" label={t('open.label')} yes={t('open.yes')} no={t('open.no')} />
      <FlagFilter state={state} name="mine" label={t('mine.label')} yes={t('mine.yes')} no={t('mine.no')} />
      <DateFilter state={state} name="from" label={t('from')} />
      <DateFilter state={state} name="to" label={t('to')} />
    </FilterBar>
  );
}

/** Complaints and reports, what presses first. */
export function Page() {
  const { t, i18n } = useTranslation(['complaints', 'shell']);
  const me = useMe();
  const navigate = useNavigate();
  const state = useListState({ filters });
  const query = useQuery({
    queryKey: ['complaints', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listComplaintMatters({ query: addressQuery<'listComplaintMatters'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        crumbs={[{ label: t('shell:chapter.protection') }]}
        meta={
          <>
            <span>{t('intro')}</span>
            {(query.data?.overdue ?? 0) > 0 && <span className="late">{t('overdue', { n: query.data?.overdue })}</span>}
          </>
        }
        actions={
          can(me, permissions.registerComplaints) && (
            <Button type="primary" onClick={() => navigate(`${LIST}/new`)}>
              {t('register.open')}
            </Button>
          )
        }
      />
      <StateTabs state={state} counts={query.data?.byState ?? []} />
      <DataTable
        id="complaints"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => matterHref(row.id)}
        exportUrl={urlOf(routes.exportComplaintMatters, {
          query: addressQuery<'exportComplaintMatters'>(state.filters),
        })}
        filters={<Filters state={state} />}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
