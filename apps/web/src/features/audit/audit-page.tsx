import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, DateFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import './audit.css';
import { AuditVerify } from './audit-verify.tsx';
import { EntryDrawer } from './entry-drawer.tsx';

export type AuditEntry = RouteOutput<typeof routes.listAuditEntries>['items'][number];

function useColumns(onOpen: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const { t } = useTranslation('audit');
  return [
    {
      key: 'action',
      title: t('action'),
      phone: 'title',
      render: (entry) => (
        <>
          <button type="button" className="link cell-title" onClick={() => onOpen(entry)}>
            {entry.actionLabel}
          </button>
          <span className="cell-sub mono">{entry.action}</span>
        </>
      ),
    },
    {
      key: 'at',
      title: t('at'),
      sort: 'at',
      render: (entry) => <span className="mono">{formatMoment(entry.at)}</span>,
    },
    { key: 'actor', title: t('actor'), render: (entry) => entry.actorName },
    {
      key: 'subject',
      title: t('subject'),
      phone: 'wide',
      render: (entry) => (
        <span className="audit-subject" title={entry.subjectLabel ?? entry.subjectId ?? undefined}>
          {entry.subjectLabel ?? entry.subjectId ?? '—'}
        </span>
      ),
    },
    {
      key: 'result',
      title: t('result'),
      render: (entry) => (
        <StatusTag tone={entry.result === 'ok' ? 'good' : entry.result === 'refused' ? 'warn' : toneOf(entry.result)}>
          {t(`results.${entry.result}`)}
        </StatusTag>
      ),
    },
    {
      key: 'source',
      title: t('source'),
      phone: 'hide',
      render: (entry) => <span className="mono">{entry.source ?? '—'}</span>,
    },
    {
      key: 'seq',
      title: t('seq'),
      align: 'right',
      phone: 'hide',
      render: (entry) => <span className="mono">{formatExact(entry.seq)}</span>,
    },
  ];
}

/** Who did what, newest first; the chain can be checked here. */
export function Page() {
  const { t, i18n } = useTranslation('audit');
  const me = useMe();
  const state = useListState({ filters: ['q', 'action', 'actor', 'from', 'to'], sort: '-at' });
  const [open, setOpen] = useState<AuditEntry>();
  const query = useQuery({
    queryKey: ['audit', state.query, i18n.language],
    queryFn: ({ signal }) => api.listAuditEntries({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
  });
  const items = query.data?.items ?? [];
  const actions = new Map(items.map((entry) => [entry.action, entry.actionLabel]));
  for (const chosen of state.filters.action?.split(',') ?? []) if (!actions.has(chosen)) actions.set(chosen, chosen);
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('meta')} />
      {can(me, permissions.verifyAudit) && <AuditVerify />}
      <DataTable
        id="audit"
        label={t('title')}
        columns={useColumns(setOpen)}
        query={query}
        state={state}
        rowKey={(entry) => String(entry.seq)}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} />
            <TextFilter state={state} name="actor" label={t('actor')} width={150} />
            <ChoiceFilter
              state={state}
              name="action"
              label={t('action')}
              options={[...actions].map(([value, label]) => ({ value, label }))}
            />
            <DateFilter state={state} name="from" label={t('from')} />
            <DateFilter state={state} name="to" label={t('to')} />
          </FilterBar>
        }
      />
      <EntryDrawer entry={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}
