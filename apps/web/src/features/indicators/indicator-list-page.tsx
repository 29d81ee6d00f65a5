import type { IndicatorSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { IndicatorChange } from '../../components/indicator-change.tsx';
import { IndicatorFigure, TargetFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { clauseHref, indicatorHref, isShare, planQuery, rowsHref, standings, untilFresh } from '../../lib/plan.ts';
import { sortIndicators } from './sort-indicators.ts';
import './indicators.css';

function useClauses(asOf: string | undefined) {
  const { i18n } = useTranslation();
  const plan = useQuery(planQuery(asOf, i18n.language)).data;
  return plan?.chapters.flatMap((chapter) => chapter.clauses) ?? [];
}

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation(['indicators', 'plan']);
  const clauses = useClauses(state.filters.asOf);
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('search')} />
      <ChoiceFilter
        state={state}
        name="clause"
        label={t('plan:clause')}
        options={clauses.map((clause) => ({ value: clause.code, label: `${clause.code} ${clause.title}` }))}
      />
      <ChoiceFilter
        state={state}
        name="standing"
        label={t('plan:standingHead')}
        options={standings.map((standing) => ({ value: standing, label: t(`plan:standing.${standing}`) }))}
      />
    </FilterBar>
  );
}

function useColumns(asOf: string | undefined): Column<IndicatorSummary>[] {
  const { t } = useTranslation('plan');
  const clauses = useClauses(asOf);
  const titleOf = (code: string) => clauses.find((clause) => clause.code === code)?.title ?? '';
  return [
    {
      key: 'label',
      title: t('indicator'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={indicatorHref(row.code, asOf)}>
            {row.label}
          </Link>
          {row.awaits && <span className="cell-sub">{row.standingText}</span>}
        </>
      ),
    },
    {
      key: 'progress',
      title: t('progress'),
      width: 170,
      phone: 'wide',
      render: (row) =>
        (row.target !== null || isShare(row.unit)) && (
          <div className="list-gauge">
            <IndicatorGauge indicator={row} />
          </div>
        ),
    },
    {
      key: 'course',
      title: t('course'),
      phone: 'hide',
      render: (row) => (
        <Sparkline
          points={row.spark}
          label={t('sparkSince', { year: row.spark[0]?.on.slice(0, 4) })}
          width={84}
          height={22}
        />
      ),
    },
    {
      key: 'value',
      title: t('current'),
      align: 'right',
      render: (row) => (
        <b className="list-figure">
          <IndicatorFigure indicator={row} href={rowsHref(row.code, { part: 'counted' }, asOf)} />
        </b>
      ),
    },
    {
      key: 'change',
      title: t('yearAgo'),
      align: 'right',
      sort: 'change',
      render: (row) => <IndicatorChange indicator={row} />,
    },
    {
      key: 'target',
      title: t('target'),
      align: 'right',
      render: (row) => <TargetFigure indicator={row} href={`${indicatorHref(row.code, asOf)}#targets`} />,
    },
    {
      key: 'standing',
      title: t('standingHead'),
      sort: 'standing',
      render: (row) => <StandingTag standing={row.standing} sentence={row.standingText} unit={row.unit} />,
    },
    {
      key: 'clause',
      title: t('clause'),
      sort: 'clause',
      render: (row) => (
        <Link className="cell-link" to={clauseHref(row.clause, asOf)}>
          <span className="list-clause">{row.clause}</span> {titleOf(row.clause)}
        </Link>
      ),
    },
  ];
}

/** All indicators of the plan in one table. */
export function Page() {
  const { t, i18n } = useTranslation(['indicators', 'plan']);
  const state = useListState({ filters: ['q', 'clause', 'standing', 'asOf'] });
  const query = useQuery({
    queryKey: ['indicators', state.filters, i18n.language],
    queryFn: ({ signal }) => api.listIndicators({ query: addressQuery<'listIndicators'>(state.filters) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => untilFresh(data?.freshness),
    select: (data) => {
      const items = sortIndicators(data.items, state.sort);
      return { items, total: items.length, page: 1, pageSize: items.length, freshness: data.freshness };
    },
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>{t('about')}</span>
            {query.data && <FreshnessLine of={query.data.freshness} />}
          </>
        }
      />
      <DataTable
        id="indicators"
        label={t('title')}
        columns={useColumns(state.filters.asOf)}
        query={query}
        state={state}
        rowKey={(row) => row.code}
        rowHref={(row) => indicatorHref(row.code, state.filters.asOf)}
        filters={<Filters state={state} />}
        whole
      />
    </div>
  );
}
