import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Figures } from '../../components/figures.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, type routes } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { toneOfStanding } from './tones.ts';
import './agency-affairs.css';

type Duty = RouteOutput<typeof routes.listAnnualDuties>['items'][number];
const lastYear = () => Number(today().slice(0, 4)) - 1;
const STATES = ['none', 'draft', 'submitted', 'returned', 'accepted'];
const YEARS = 6;

function useColumns(): Column<Duty>[] {
  const { t } = useTranslation('agency-affairs');
  return [
    {
      key: 'agency',
      title: t('col.agency'),
      phone: 'title',
      render: (row) =>
        row.reportId === null ? (
          <Link className="cell-title" to={`/agencies/register/${row.agencyId}`}>
            {row.agency}
          </Link>
        ) : (
          <Link className="cell-title" to={`/agencies/affairs/reports/${row.reportId}`}>
            {row.agency}
          </Link>
        ),
    },
    { key: 'town', title: t('col.town'), width: 120, render: (row) => row.town ?? <span className="muted">—</span> },
    {
      key: 'state',
      title: t('col.state'),
      width: 120,
      render: (row) => (
        <StatusTag tone={row.state === 'none' && row.late ? 'late' : toneOfStanding(row.standing)}>
          {row.stateLabel}
        </StatusTag>
      ),
    },
    {
      key: 'filedOn',
      title: t('col.filedOn'),
      width: 140,
      render: (row) => (
        <>
          <span className="mono">{row.filedOn ?? '—'}</span>
          {row.late && <span className="cell-sub late">{t(row.filedOn ? 'report.late' : 'report.overdue')}</span>}
        </>
      ),
    },
    {
      key: 'contradictions',
      title: t('report.contradictions'),
      unit: t('unit.item'),
      align: 'right',
      width: 130,
      render: (row) =>
        row.contradictions === 0 ? <span className="muted">0</span> : <b className="warn">{row.contradictions}</b>,
    },
  ];
}

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('agency-affairs');
  const { towns } = usePlaceOptions();
  const years = Array.from({ length: YEARS }, (_, at) => String(lastYear() - at));
  return (
    <FilterBar state={state}>
      <ChoiceFilter
        state={state}
        name="year"
        label={t('report.year', { year: lastYear() })}
        single
        options={years.map((value) => ({ value, label: t('report.year', { year: value }) }))}
      />
      <TextFilter state={state} name="q" label={t('filter.agency')} />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('col.state')}
        options={STATES.map((value) => ({ value, label: t(`reportState.${value}`) }))}
      />
      <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
    </FilterBar>
  );
}

/** Who has to report for a year, those who have not first. */
export function ReportsTab() {
  const { t, i18n } = useTranslation('agency-affairs');
  const state = useListState({ filters: ['year', 'q', 'state', 'town'] }, 'r.');
  const year = Number(state.filters.year ?? lastYear());
  const query = useQuery({
    queryKey: ['annual-reports', 'duties', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listAnnualDuties({ query: addressQuery<'listAnnualDuties'>({ ...state.query, year }) }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const href = (states: string) => `/agencies/affairs?tab=reports&r.year=${year}&r.state=${states}`;
  return (
    <div className="affair-tab">
      {data && (
        <Figures
          items={[
            {
              key: 'duty',
              label: t('report.duty', { year }),
              definition: data.article,
              value: data.total,
              unit: t('unit.agency'),
              note: t('report.dueOn', { day: data.dueOn }),
            },
            {
              key: 'accepted',
              label: t('report.accepted'),
              value: data.accepted,
              unit: t('unit.agency'),
              href: href('accepted'),
              tone: 'good',
            },
            {
              key: 'waiting',
              label: t('report.waiting'),
              value: data.filed - data.accepted,
              unit: t('unit.agency'),
              href: href('submitted,returned'),
            },
            {
              key: 'missing',
              label: t('report.missing'),
              value: data.missing,
              unit: t('unit.agency'),
              href: href('none,draft'),
              ...(data.missing > 0 && data.dueOn < today() ? { tone: 'late' as const } : {}),
            },
          ]}
        />
      )}
      <DataTable
        id="annual-duties"
        label={t('tab.reports')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.agencyId}
        rowHref={(row) =>
          row.reportId === null ? `/agencies/register/${row.agencyId}` : `/agencies/affairs/reports/${row.reportId}`
        }
        filters={<Filters state={state} />}
        empty={{ title: t('report.empty'), text: t('report.emptyText') }}
      />
    </div>
  );
}
