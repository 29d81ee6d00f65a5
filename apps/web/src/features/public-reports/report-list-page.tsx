import type { ReportLine } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DaysLeft } from '../../components/procedure-panel/days-left.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { daysBetween, formatDay, formatMoment, today } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { reportTone } from './report-tones.ts';
import '../../components/page-tabs.css';
import './public-reports.css';

const filters = ['q', 'state', 'kind', 'report', 'town'];

function useReports(state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['public-reports', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listReportsOfPublic({ query: addressQuery<'listReportsOfPublic'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
}

function useColumns(): Column<ReportLine>[] {
  const { t } = useTranslation('public-reports');
  return [
    {
      key: 'subject',
      title: t('column.subject'),
      sort: 'subjectName',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/agencies/reports/${row.id}`}>
            {row.subjectName}
          </Link>
          <span className="cell-sub">
            {row.sortLabel} · {row.kindLabel}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (row) => <StatusTag tone={reportTone(row.state)}>{row.stateLabel}</StatusTag>,
    },
    {
      key: 'due',
      title: t('column.due'),
      sort: 'dueOn',
      phone: 'wide',
      render: (row) =>
        row.dueOn === null ? (
          <span className="muted">—</span>
        ) : (
          <>
            <span className="mono">{row.dueOn}</span>{' '}
            <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), row.dueOn), waits: false }} />
          </>
        ),
    },
    {
      key: 'extent',
      title: t('column.extent'),
      phone: 'wide',
      render: (row) => {
        const parts = [
          t(row.anonymous ? 'anonymous' : 'named'),
          ...(row.papers > 0 ? [t('papers', { n: row.papers })] : []),
          ...(row.joined > 0 ? [t('joinedCount', { n: row.joined })] : []),
        ];
        return <span className="soft">{parts.join(' · ')}</span>;
      },
    },
    { key: 'town', title: t('column.town'), render: (row) => <span className="nowrap">{row.town ?? '—'}</span> },
    {
      key: 'received',
      title: t('column.received'),
      sort: 'receivedAt',
      render: (row) => (
        <>
          <span className="mono">{formatDay(row.receivedAt)}</span>
          <span className="cell-sub mono">{formatMoment(row.receivedAt).slice(11)}</span>
          <span className="cell-sub mono">{row.number ?? row.receipt}</span>
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
  const { t } = useTranslation('public-reports');
  const chosen = state.filters.state;
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const tab = (code: string | undefined, label: string, count: number) => (
    <button key={code ?? 'all'} type="button" aria-pressed={chosen === code} onClick={() => state.set({ state: code })}>
      {label} <small>{count}</small>
    </button>
  );
  return (
    <nav className="page-tabs report-tabs" aria-label={t('column.state')}>
      {tab(undefined, t('all'), total)}
      {counts.map((one) => tab(one.code, one.label, one.count))}
    </nav>
  );
}

/** What the public reports, by where it stands and the day it is due. */
export function Page() {
  const { t } = useTranslation('public-reports');
  const me = useMe();
  const state = useListState({ filters });
  const query = useReports(state);
  const { towns } = usePlaceOptions();
  const held = query.data?.heldGroups ?? 0;
  const kinds = (query.data?.kinds ?? []).map((one) => ({ value: one.code, label: one.label }));
  const sorts = ['tip', 'complaint'].map((value) => ({ value, label: t(`sort.${value}`) }));
  return (
    <div className="page reports-of-public">
      <PageHeader title={t('title')} meta={<span>{t('intro')}</span>} />
      {held > 0 && can(me, permissions.judgeReportGroups) && (
        <p className="held-note panel">
          <span>{t('heldNote', { n: held })}</span>
          <Link className="link" to="/agencies/reports/held">
            {t('heldOpen')}
          </Link>
        </p>
      )}
      <StateTabs state={state} counts={query.data?.byState ?? []} />
      <DataTable
        id="public-reports"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        exportUrl={urlOf(routes.exportReportsOfPublic, { query: { ...state.query, format: 'xlsx' } })}
        csvUrl={urlOf(routes.exportReportsOfPublic, { query: { ...state.query, format: 'csv' } })}
        rowKey={(row) => row.id}
        rowHref={(row) => `/agencies/reports/${row.id}`}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={260} />
            <ChoiceFilter state={state} name="report" label={t('column.sort')} options={sorts} single />
            <ChoiceFilter state={state} name="kind" label={t('column.kind')} options={kinds} />
            <ChoiceFilter state={state} name="town" label={t('column.town')} options={towns} />
          </FilterBar>
        }
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
