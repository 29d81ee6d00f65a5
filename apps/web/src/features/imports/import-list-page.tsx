import type { JobRun } from '@jince/contract';
import { importState } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import './imports.css';
import { type ImportSummary, isBusy, kindsQuery } from './import-query.ts';
import { useImportJobs } from './use-import-jobs.ts';

function Filters({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation('imports');
  const kinds = useQuery(kindsQuery(i18n.language)).data?.kinds ?? [];
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('list.search')} />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('field.state')}
        options={importState.options.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <ChoiceFilter
        state={state}
        name="kind"
        label={t('field.kind')}
        options={kinds.map((kind) => ({ value: kind.kind, label: kind.label }))}
      />
    </FilterBar>
  );
}

function StateCell({ row, job, lost }: { row: ImportSummary; job: JobRun | undefined; lost: boolean }) {
  const { t } = useTranslation('imports');
  return (
    <div className="import-state">
      <StatusTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StatusTag>
      {isBusy(row.state) && <JobProgress job={job?.finishedAt === null ? job : undefined} small lost={lost} />}
    </div>
  );
}

function useColumns(jobs: ReadonlyMap<string, JobRun>, lost: boolean): Column<ImportSummary>[] {
  const { t } = useTranslation('imports');
  const number = (
    key: 'total' | 'new' | 'changed' | 'doubtful' | 'refused' | 'toReview',
    query: (row: ImportSummary) => string,
    tone?: 'warn' | 'late',
    phone?: 'hide',
  ): Column<ImportSummary> => ({
    key,
    title: t(`count.${key}`),
    align: 'right',
    ...(phone ? { phone } : {}),
    render: (row) =>
      row.counts[key] === 0 ? (
        <span className="muted">{row.counts.total === 0 ? '—' : 0}</span>
      ) : (
        <NumberLink value={row.counts[key]} href={query(row)} exact tone={tone} label={t(`count.${key}`)} />
      ),
  });
  return [
    {
      key: 'file',
      title: t('field.file'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/imports/${row.id}`}>
            {row.fileName}
          </Link>
          <span className="cell-sub">
            {t('list.number', { n: row.number })} · {formatBytes(row.fileSize)}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('field.kind'),
      render: (row) => (
        <>
          {row.kindLabel ?? <span className="muted">{t('list.kindUnknown')}</span>}
          {row.senderLabel && <span className="cell-sub">{row.senderLabel}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('field.state'),
      render: (row) => <StateCell row={row} job={jobs.get(row.id)} lost={lost} />,
    },
    number('total', (row) => `/imports/${row.id}?tab=rows`),
    number('new', (row) => `/imports/${row.id}?tab=rows&effect=new`),
    number('changed', (row) => `/imports/${row.id}?tab=rows&effect=changed`, undefined, 'hide'),
    number('doubtful', (row) => `/imports/${row.id}?tab=rows&status=doubtful`, 'warn'),
    number('refused', (row) => `/imports/${row.id}?tab=rows&status=refused`, 'late'),
    number('toReview', (row) => `/matching?importId=${row.id}`, 'warn', 'hide'),
    {
      key: 'who',
      title: t('field.who'),
      render: (row) => (
        <span className="nowrap">
          {row.uploadedBy}
          <span className="cell-sub mono">{formatMoment(row.uploadedAt)}</span>
        </span>
      ),
    },
    {
      key: 'committedAt',
      title: t('field.committedAt'),
      optional: true,
      render: (row) => <span className="mono">{row.committedAt ? formatMoment(row.committedAt) : '—'}</span>,
    },
  ];
}

/** Every file that was given to the platform, newest first. */
export function Page() {
  const { t, i18n } = useTranslation('imports');
  const me = useMe();
  const state = useListState({ filters: ['q', 'state', 'kind'] });
  const { jobs, stream } = useImportJobs();
  const query = useQuery({
    queryKey: ['imports', state.query, i18n.language],
    queryFn: ({ signal }) => api.listImports({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: (found) => (found.state.data?.items.some((row) => isBusy(row.state)) ? 5000 : false),
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={t('list.meta')}
        actions={
          can(me, permissions.createImports) && (
            <Link to="/imports/new">
              <Button type="primary">{t('upload.title')}</Button>
            </Link>
          )
        }
      />
      <DataTable
        id="imports"
        label={t('title')}
        columns={useColumns(jobs, stream === 'lost')}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/imports/${row.id}`}
        filters={<Filters state={state} />}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
      />
    </div>
  );
}
