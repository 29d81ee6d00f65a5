import { rowEffect, rowStatus } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import { type ImportDetail, type ImportRow, isBusy } from './import-query.ts';
import { type Decision, useDecide } from './use-decide.ts';
import { useRowParam } from './use-row-param.ts';

export function useRowList(detail: ImportDetail, state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['import-rows', detail.id, state.query, i18n.language],
    queryFn: ({ signal }) => api.listImportRows({ params: { id: detail.id }, query: state.query as never }, signal),
    placeholderData: keepPreviousData,
    enabled: !isBusy(detail.state) || detail.counts.total > 0,
  });
}

export const useRowListState = () => useListState({ filters: ['status', 'effect', 'issue', 'q'] });

function Filters({ state, detail }: { state: ListState; detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('rows.search')} />
      <ChoiceFilter
        state={state}
        name="status"
        label={t('rows.status')}
        options={rowStatus.options.map((value) => ({ value, label: t(`rowStatus.${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="effect"
        label={t('rows.effect')}
        options={rowEffect.options.map((value) => ({ value, label: t(`rowEffect.${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="issue"
        label={t('rows.issue')}
        single
        options={detail.issueSummary.map((issue) => ({ value: issue.code, label: issue.text }))}
      />
    </FilterBar>
  );
}

function RowIssues({ row }: { row: ImportRow }) {
  const worst = row.issues.filter((issue) => issue.severity !== 'warning');
  const shown = worst.length > 0 ? worst : row.issues;
  return (
    <div className="row-issues">
      {shown.slice(0, 2).map((issue) => (
        <span key={issue.code + issue.text} className={issue.severity === 'refused' ? 'late' : 'soft'}>
          {issue.text}
        </span>
      ))}
      {row.changes.slice(0, 2).map((change) => (
        <span key={change.field} className="row-change">
          {change.label} <s>{change.before ?? '—'}</s> → <b>{change.after ?? '—'}</b>
        </span>
      ))}
      {row.changes.length > 2 && <span className="muted">+{row.changes.length - 2}</span>}
    </div>
  );
}

/** What a row is about, when it has no record yet: its first filled cells. */
function titleOf(row: ImportRow): string {
  if (row.recordLabel) return row.recordLabel;
  const known = row.values.find((value) => value.field === 'name' || value.field === 'title')?.value;
  if (known) return known;
  const cells = row.raw.filter((cell) => cell.value !== '');
  return (
    (cells
      .filter((cell) => cell.field)
      .slice(0, 2)
      .map((cell) => cell.value)
      .join(' · ') ||
      cells[0]?.value) ??
    '—'
  );
}

function useColumns(path: string): Column<ImportRow>[] {
  const { t } = useTranslation('imports');
  const { hrefOf } = useRowParam();
  return [
    {
      key: 'record',
      title: t('rows.record'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(path, row.rowNo)}>
            {titleOf(row)}
          </Link>
          <span className="cell-sub mono">{row.recordKey}</span>
        </>
      ),
    },
    {
      key: 'line',
      title: t('rows.line'),
      render: (row) => (
        <span className="nowrap">
          <span className="mono">{t('rows.lineNo', { line: row.line })}</span>
          <span className="cell-sub">{row.sheet}</span>
        </span>
      ),
    },
    {
      key: 'status',
      title: t('rows.status'),
      render: (row) => <StatusTag tone={toneOf(row.status)}>{t(`rowStatus.${row.status}`)}</StatusTag>,
    },
    {
      key: 'effect',
      title: t('rows.effect'),
      render: (row) => (row.effect ? t(`rowEffect.${row.effect}`) : <span className="muted">—</span>),
    },
    { key: 'issues', title: t('rows.found'), phone: 'wide', render: (row) => <RowIssues row={row} /> },
  ];
}

/** Rows of the import by status, effect and issue; doubtful ones can be decided together. */
export function RowList({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const me = useMe();
  const path = `/imports/${detail.id}`;
  const state = useRowListState();
  const query = useRowList(detail, state);
  const { hrefOf } = useRowParam();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { decideMany, busy } = useDecide(detail.id);
  const mayDecide =
    (detail.state === 'previewed' || detail.state === 'committed') &&
    detail.counts.doubtful > 0 &&
    can(me, permissions.commitImports);
  const doubtful = (query.data?.items ?? []).filter(
    (row) => row.status === 'doubtful' && picked.has(String(row.rowNo)),
  );
  const decide = async (decision: Decision) => {
    await decideMany(
      doubtful.map((row) => row.rowNo),
      decision,
    );
    setPicked(new Set());
  };
  const withSuggestion = doubtful.filter((row) => row.issues.some((issue) => issue.suggestion !== null)).length;
  return (
    <DataTable
      id="import-rows"
      label={t('tab.rows')}
      columns={useColumns(path)}
      query={query}
      state={state}
      rowKey={(row) => String(row.rowNo)}
      rowHref={(row) => hrefOf(path, row.rowNo)}
      filters={<Filters state={state} detail={detail} />}
      empty={{ title: t('rows.empty'), text: t('rows.emptyText') }}
      {...(mayDecide && {
        selection: { keys: picked, onChange: setPicked },
        bulk: (
          <>
            <span className="soft">{t('decide.bulk', { total: doubtful.length })}</span>
            <Button
              size="small"
              disabled={withSuggestion === 0}
              loading={busy}
              onClick={() => decide('accept-suggestion')}
            >
              {t('decide.accept-suggestion')}
            </Button>
            <Button size="small" disabled={doubtful.length === 0} loading={busy} onClick={() => decide('accept-as-is')}>
              {t('decide.accept-as-is')}
            </Button>
            <Button size="small" disabled={doubtful.length === 0} loading={busy} onClick={() => decide('discard')}>
              {t('decide.discard')}
            </Button>
          </>
        ),
      })}
    />
  );
}
