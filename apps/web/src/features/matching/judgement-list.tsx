import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import type { Judgement } from './matching-query.ts';

function useColumns(): Column<Judgement>[] {
  const { t } = useTranslation(['matching', 'common']);
  const me = useMe();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdrawJudgement({ params: { id } }),
    onSuccess: () => {
      for (const key of ['judgements', 'reviews', 'review']) void queries.invalidateQueries({ queryKey: [key] });
      message.success(t('withdraw.done'));
    },
    onError: (error) => message.error(describeError(error, t).detail ?? describeError(error, t).title),
  });
  const ask = (row: Judgement) =>
    modal.confirm({
      title: t('withdraw.title'),
      content: t('withdraw.text', {
        mention: row.mentionName,
        party: row.partyName,
        verdict: t(`verdict.${row.verdict}`),
      }),
      icon: null,
      okText: t('withdraw.ok'),
      cancelText: t('common:cancel'),
      onOk: () => withdraw.mutateAsync(row.id).catch(() => undefined),
    });
  return [
    {
      key: 'mention',
      title: t('mention'),
      phone: 'title',
      render: (row) => (
        <Link className="cell-title" to={`/matching/${row.mentionId}`}>
          {row.mentionName}
        </Link>
      ),
    },
    {
      key: 'verdict',
      title: t('judgement'),
      render: (row) => (
        <StatusTag
          tone={
            row.withdrawnAt ? 'plain' : row.verdict === 'same' ? 'good' : row.verdict === 'unsure' ? 'warn' : 'info'
          }
        >
          {t(`verdict.${row.verdict}`)}
        </StatusTag>
      ),
    },
    {
      key: 'party',
      title: t('party'),
      phone: 'wide',
      render: (row) => (
        <Link className="link" to={`/parties/${row.partyId}`}>
          {row.partyName}
        </Link>
      ),
    },
    { key: 'note', title: t('note'), optional: true, render: (row) => row.note ?? '' },
    {
      key: 'who',
      title: t('who'),
      render: (row) => (
        <span className="nowrap">
          {row.actorName}
          <span className="cell-sub mono">{formatMoment(row.at)}</span>
        </span>
      ),
    },
    {
      key: 'withdraw',
      title: t('standing'),
      render: (row) =>
        row.withdrawnAt ? (
          <span className="muted">{t('withdraw.at', { at: formatMoment(row.withdrawnAt) })}</span>
        ) : can(me, permissions.withdrawJudgements) ? (
          <Button size="small" onClick={() => ask(row)}>
            {t('withdraw.ok')}
          </Button>
        ) : (
          t('inForce')
        ),
    },
  ];
}

/** What people have said, newest first; each can be taken back. */
export function JudgementList() {
  const { t, i18n } = useTranslation('matching');
  const state = useListState({ filters: ['jq'] });
  const query = useQuery({
    queryKey: ['judgements', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listJudgements({ query: { page: state.page, pageSize: state.pageSize, q: state.filters.jq } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable
      id="judgements"
      label={t('tab.judgements')}
      columns={useColumns()}
      query={query}
      state={state}
      rowKey={(row) => row.id}
      filters={
        <FilterBar state={state}>
          <TextFilter state={state} name="jq" label={t('searchJudgement')} />
        </FilterBar>
      }
      empty={{ title: t('judgementsEmpty'), text: t('judgementsEmptyText') }}
    />
  );
}
