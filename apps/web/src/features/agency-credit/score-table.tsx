import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAsOf } from '../../components/as-of.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { pointsText, type Score, subjectPath, useCreditBase } from './credit-query.ts';
import { GradeMark } from './grade-mark.tsx';
import { GradeStrip } from './grade-strip.tsx';
import { UnconfirmedNote } from './unconfirmed-note.tsx';

function useColumns(type: 'agency' | 'person', day: string): Column<Score>[] {
  const { t } = useTranslation('agency-credit');
  const base = useCreditBase();
  return [
    {
      key: 'rank',
      title: t('list.rank'),
      align: 'right',
      width: 70,
      phone: 'hide',
      render: (row) => row.rank ?? <span className="muted">—</span>,
    },
    {
      key: 'name',
      title: t(`list.${type}`),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${subjectPath(base, row)}${day}`}>
            {row.name}
          </Link>
          <span className="cell-sub">
            {[type === 'person' ? row.agencyName : null, row.town].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'grade', title: t('list.grade'), width: 90, render: (row) => <GradeMark grade={row.grade} /> },
    {
      key: 'score',
      title: t('list.score'),
      unit: t('points'),
      align: 'right',
      sort: 'score',
      width: 100,
      render: (row) =>
        row.score === null ? <span className="muted">—</span> : <b className="credit-score">{row.score}</b>,
    },
    {
      key: 'deducted',
      title: t('list.deducted'),
      align: 'right',
      sort: 'deducted',
      width: 90,
      render: (row) =>
        row.deducted === 0 ? (
          <span className="muted">0</span>
        ) : (
          <span className="points-minus">{pointsText(-row.deducted)}</span>
        ),
    },
    {
      key: 'added',
      title: t('list.added'),
      align: 'right',
      sort: 'added',
      width: 90,
      render: (row) =>
        row.added === 0 ? (
          <span className="muted">0</span>
        ) : (
          <span className="points-plus">{pointsText(row.added)}</span>
        ),
    },
    {
      key: 'counting',
      title: t('list.counting'),
      unit: t('entries'),
      align: 'right',
      sort: 'counting',
      width: 110,
      render: (row) => (
        <Link className="link" to={`${subjectPath(base, row)}${day}`}>
          {row.counting}
        </Link>
      ),
    },
    {
      key: 'measure',
      title: t('list.measure'),
      phone: 'wide',
      render: (row) => row.measure ?? <span className="muted">—</span>,
    },
  ];
}

/** Who stands where on the day, best first. */
export function ScoreTable({ type }: { type: 'agency' | 'person' }) {
  const { t, i18n } = useTranslation('agency-credit');
  const { asOf } = useAsOf();
  const state = useListState({ filters: ['q', 'grade', 'ruleSet'], sort: '-score' }, type === 'person' ? 'p.' : '');
  const asked = { ...state.query, type, ...(asOf === undefined ? {} : { on: asOf }) };
  const query = useQuery({
    queryKey: ['credit', 'scores', asked, i18n.language],
    queryFn: ({ signal }) => api.listCreditScores({ query: addressQuery<'listCreditScores'>(asked) }, signal),
    placeholderData: keepPreviousData,
  });
  const scores = query.data;
  return (
    <>
      {scores && <UnconfirmedNote rules={scores.rules} />}
      {scores && <GradeStrip scores={scores} state={state} />}
      <DataTable
        id={`credit-${type}`}
        label={t(`tab.${type === 'agency' ? 'agencies' : 'people'}`)}
        columns={useColumns(type, asOf === undefined ? '' : `?asOf=${asOf}`)}
        query={query}
        state={state}
        rowKey={(row) => row.subjectId}
        exportUrl={urlOf(routes.exportCreditScores, {
          query: { ...state.filters, type, ...(asOf === undefined ? {} : { on: asOf }) },
        })}
        empty={{ title: t(`empty.${type}`), text: t(`emptyText.${type}`) }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('list.search')} />
            <ChoiceFilter
              state={state}
              name="grade"
              label={t('list.grade')}
              options={[
                ...(scores?.distribution ?? []).map(({ grade, label }) => ({ value: grade, label })),
                { value: 'none', label: t('unrated') },
              ]}
            />
            {type === 'agency' && (
              <ChoiceFilter
                state={state}
                name="ruleSet"
                label={t('list.rules')}
                single
                options={(scores?.rules ?? []).map((one) => ({ value: one.ruleSet, label: one.label }))}
              />
            )}
          </FilterBar>
        }
      />
    </>
  );
}
