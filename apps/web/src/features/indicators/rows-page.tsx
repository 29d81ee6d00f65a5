import type { IndicatorDetail, RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { indicatorHref, type RowPart } from '../../lib/plan.ts';
import { indicatorQuery } from './indicator-query.ts';
import './rows-page.css';

type Row = RouteOutput<typeof routes.listIndicatorRows>['items'][number];

const parts: readonly RowPart[] = ['counted', 'missing', 'unknown', 'population'];
const outcomeTones = { true: 'good', false: 'plain', unknown: 'warn' } as const;

function usePart(): [RowPart, (part: RowPart) => void] {
  const [params, setParams] = useSearchParams();
  const given = params.get('part') as RowPart | null;
  const set = (part: RowPart) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('part', part);
        next.delete('page');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [given && parts.includes(given) ? given : 'counted', set];
}

function useColumns(rows: readonly Row[], part: RowPart): Column<Row>[] {
  const { t } = useTranslation(['indicators', 'plan']);
  const facts: Column<Row>[] = (rows[0]?.facts ?? []).map((fact) => ({
    key: fact.path,
    title: fact.label,
    ...(fact.unit ? { unit: fact.unit, align: 'right' as const } : {}),
    render: (row) =>
      row.facts.find((one) => one.path === fact.path)?.value ?? <span className="muted">{t('absent')}</span>,
  }));
  const outcome: Column<Row> = {
    key: 'outcome',
    title: t('outcome'),
    render: (row) => (
      <StatusTag tone={outcomeTones[row.outcome]}>
        {t(`plan:part.${row.outcome === 'true' ? 'counted' : row.outcome === 'false' ? 'missing' : 'unknown'}`)}
      </StatusTag>
    ),
  };
  return [
    {
      key: 'label',
      title: t('subject'),
      phone: 'title',
      render: (row) =>
        row.href ? (
          <Link className="cell-title" to={row.href}>
            {row.label}
          </Link>
        ) : (
          <span className="cell-title">{row.label}</span>
        ),
    },
    { key: 'town', title: t('town'), render: (row) => row.town ?? <span className="muted">—</span> },
    ...(part === 'population' ? [outcome] : []),
    ...facts,
  ];
}

/** Which rows are shown: the part, the bucket of a cut, and the rule in words. */
function Scope({ indicator, state, part }: { indicator: IndicatorDetail; state: ListState; part: RowPart }) {
  const { t } = useTranslation(['indicators', 'plan']);
  const cut = indicator.cuts.find((one) => one.cut === state.filters.cut);
  const bucket = cut?.buckets.find((one) => one.code === (state.filters.bucket ?? ''));
  const ofPart = indicator.rules.filter((rule) => (part === 'population' ? rule.part === 'population' : true));
  return (
    <div className="rows-scope">
      {cut && bucket && (
        <Tag closable onClose={() => state.set({ cut: undefined, bucket: undefined })}>
          {cut.label} · {bucket.label}
        </Tag>
      )}
      <p>
        {part === 'missing' && <b>{t('missingMeans')} </b>}
        {part === 'unknown' && <b>{t('unknownMeans')} </b>}
        {ofPart.map((rule) => (
          <span key={rule.part}>
            <i>{rule.label}</i>
            {rule.sentence}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The subjects behind an indicator or one part of it; each opens its record. */
export function Page() {
  const { t, i18n } = useTranslation(['indicators', 'plan']);
  const { code = '' } = useParams();
  const state = useListState({ filters: ['cut', 'bucket', 'asOf'] });
  const [part, setPart] = usePart();
  const asOf = state.filters.asOf;
  const detail = useQuery(indicatorQuery(code, asOf, i18n.language));
  const asked = { ...state.query, part };
  const query = useQuery({
    queryKey: ['indicator-rows', code, asked, i18n.language],
    queryFn: ({ signal }) =>
      api.listIndicatorRows({ params: { code }, query: addressQuery<'listIndicatorRows'>(asked) }, signal),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.items ?? [];
  const columns = useColumns(rows, part);
  if (detail.error) return <FailedState error={detail.error} onRetry={() => detail.refetch()} />;
  const indicator = detail.data;
  return (
    <div className="page">
      <PageHeader
        title={indicator ? t('rowsTitle', { label: indicator.label }) : t('list')}
        crumbs={[
          { label: t('title'), to: '/plan/indicators' },
          { label: indicator?.label ?? code, to: indicatorHref(code, asOf) },
        ]}
        meta={indicator && <FreshnessLine of={indicator.freshness} />}
      />
      <DataTable
        id={`indicator-rows.${code}`}
        label={t('list')}
        columns={columns}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        {...(rows.every((row) => row.href) ? { rowHref: (row: Row) => row.href ?? '' } : {})}
        exportUrl={urlOf(routes.exportIndicatorRows, { params: { code }, query: { ...state.filters, part } })}
        empty={{ title: t('noRows'), text: t(`noRowsOf.${part}`) }}
        filters={
          <div className="rows-head">
            <Switcher
              label={t('part')}
              value={part}
              options={parts.map((one) => ({ value: one, label: t(`plan:part.${one}`) }))}
              onChange={setPart}
            />
            {indicator && <Scope indicator={indicator} state={state} part={part} />}
          </div>
        }
      />
    </div>
  );
}
