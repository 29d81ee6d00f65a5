import type { CreditEvaluation } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { creditKeys, evaluationPath, toneOfEvaluation, useCreditBase } from './credit-query.ts';
import { GradeMark } from './grade-mark.tsx';
import { GradeCounts } from './round-list.tsx';
import './agency-credit.css';

function useColumns(): Column<CreditEvaluation>[] {
  const { t } = useTranslation('agency-credit');
  const base = useCreditBase();
  const result = (grade: string | null, score: number | null) => (
    <span className="evaluation-result">
      <GradeMark grade={grade} /> {score ?? '—'}
    </span>
  );
  return [
    {
      key: 'name',
      title: t('list.agency'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={evaluationPath(base, row)}>
            {row.name}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.number}</span> {row.subjectType === 'person' ? row.agencyName : row.town}
          </span>
        </>
      ),
    },
    {
      key: 'preliminary',
      title: t('evaluation.preliminary'),
      width: 130,
      render: (row) => result(row.preliminaryGrade, row.preliminaryScore),
    },
    {
      key: 'final',
      title: t('evaluation.final'),
      width: 130,
      render: (row) =>
        row.finalOn === null ? <span className="muted">—</span> : result(row.finalGrade, row.finalScore),
    },
    {
      key: 'state',
      title: t('evaluation.state'),
      width: 170,
      render: (row) => <StatusTag tone={toneOfEvaluation(row)}>{row.stateLabel}</StatusTag>,
    },
    {
      key: 'until',
      title: t('evaluation.objectUntil'),
      width: 120,
      phone: 'hide',
      render: (row) => <span className="mono">{row.objectUntil ?? '—'}</span>,
    },
    {
      key: 'repair',
      title: t('evaluation.repairFrom'),
      width: 120,
      phone: 'hide',
      render: (row) => <span className="mono">{row.repairFrom ?? '—'}</span>,
    },
  ];
}

/** One round: where its evaluations stand, and the steps that are taken for all at once. */
export function Page() {
  const { t, i18n } = useTranslation('agency-credit');
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const state = useListState({ filters: ['q', 'state', 'grade'] });
  const round = useQuery({
    queryKey: ['credit', 'round', id, i18n.language],
    queryFn: ({ signal }) => api.getCreditRound({ params: { id } }, signal),
  });
  const query = useQuery({
    queryKey: ['credit', 'evaluations', id, state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listCreditEvaluations(
        { query: addressQuery<'listCreditEvaluations'>({ ...state.query, round: id }) },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const again = () => {
    for (const queryKey of creditKeys) void queries.invalidateQueries({ queryKey });
  };
  const notice = useMutation({
    mutationFn: () => api.noticeCreditRound({ params: { id } }),
    onSuccess: ({ moved }) => message.success(t('round.noticed', { moved })),
    onSettled: again,
  });
  const conclude = useMutation({
    mutationFn: () => api.concludeCreditRound({ params: { id } }),
    onSuccess: (done) => message.success(t('round.concluded', { ...done })),
    onSettled: again,
  });
  const columns = useColumns();
  if (round.error) return <FailedState error={round.error} onRetry={() => round.refetch()} />;
  if (!round.data) return <PageSkeleton />;
  const { title, asOf, ruleSetLabel, ruleVersion, grades, states, mayNotice, mayConclude, openedBy } = round.data;
  const failed = notice.error ?? conclude.error;
  return (
    <div className="page">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), to: '/agencies/credit?tab=rounds' }]}
        meta={
          <>
            <MetaItem label={t('round.asOf')}>
              <span className="mono">{asOf}</span>
            </MetaItem>
            <span>
              {ruleSetLabel} · {ruleVersion}
            </span>
            <span>{t('round.openedBy', { name: openedBy })}</span>
            <GradeCounts grades={grades} />
          </>
        }
        actions={
          <>
            {mayNotice && (
              <Button type="primary" loading={notice.isPending} onClick={() => notice.mutate()}>
                {t('round.notice')}
              </Button>
            )}
            {mayConclude && (
              <Button type="primary" loading={conclude.isPending} onClick={() => conclude.mutate()}>
                {t('round.conclude')}
              </Button>
            )}
          </>
        }
      />
      {failed && <ErrorBox error={failed} />}
      <DataTable
        id="credit-evaluations"
        label={title}
        columns={columns}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('list.agency')} />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('evaluation.state')}
              options={states.map((one) => ({ value: one.state, label: one.label }))}
            />
            <ChoiceFilter
              state={state}
              name="grade"
              label={t('list.grade')}
              options={grades.map(({ grade }) => ({ value: grade, label: grade }))}
            />
          </FilterBar>
        }
      />
    </div>
  );
}
