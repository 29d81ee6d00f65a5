import type { JobRun } from '@jince/contract';
import { jobState } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { useJobStream } from '../../lib/job-stream.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import './jobs.css';

const subjects: Record<string, string> = { import: '/imports', party: '/parties', patent: '/patents' };

function Subject({ job }: { job: JobRun }) {
  const { t } = useTranslation('jobs');
  const base = job.subjectKind === null ? undefined : subjects[job.subjectKind];
  if (!base || job.subjectId === null) return null;
  return (
    <Link className="link" to={`${base}/${job.subjectId}`}>
      {t(`subject.${job.subjectKind}`)}
    </Link>
  );
}

/** How long a run took, or has taken. */
function useDuration() {
  const { t } = useTranslation('jobs');
  return (job: JobRun): string => {
    if (job.startedAt === null) return '—';
    const end = job.finishedAt === null ? Date.now() : Date.parse(job.finishedAt);
    const seconds = Math.max(0, end - Date.parse(job.startedAt)) / 1000;
    if (seconds < 0.1) return t('instant');
    if (seconds < 10) return t('seconds', { n: formatExact(seconds, 1) });
    if (seconds < 120) return t('seconds', { n: formatExact(seconds) });
    return t('minutes', { n: formatExact(seconds / 60, 1) });
  };
}

function Work({ job, lost }: { job: JobRun; lost: boolean }) {
  const { t } = useTranslation('jobs');
  if (job.finishedAt === null) {
    return (
      <>
        <JobProgress job={job} small lost={lost} />
        {job.message && <span className="cell-sub">{job.message}</span>}
      </>
    );
  }
  return (
    <>
      {job.done > 0 && t('rows', { done: formatExact(job.done) })}
      {job.error && <span className="job-error">{job.error}</span>}
    </>
  );
}

function Actions({ job }: { job: JobRun }) {
  const { t } = useTranslation(['jobs', 'common']);
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: async (verb: 'cancel' | 'retry') => {
      if (verb === 'cancel') await api.cancelJob({ params: { id: job.id } });
      else await api.retryJob({ params: { id: job.id } });
      return verb;
    },
    onSuccess: (verb) => {
      message.info(t(verb === 'cancel' ? 'cancelDone' : 'retryDone'));
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
    onError: (error) => message.error(describeError(error, t).detail ?? describeError(error, t).title),
  });
  if (!can(me, permissions.cancelJobs)) return null;
  if (job.cancellable)
    return (
      <Button size="small" loading={run.isPending} onClick={() => run.mutate('cancel')}>
        {t('cancel')}
      </Button>
    );
  return job.retryable ? (
    <Button size="small" loading={run.isPending} onClick={() => run.mutate('retry')}>
      {t('common:retry')}
    </Button>
  ) : null;
}

function useColumns(lost: boolean): Column<JobRun>[] {
  const { t } = useTranslation('jobs');
  const duration = useDuration();
  return [
    {
      key: 'label',
      title: t('task'),
      phone: 'title',
      render: (job) => (
        <>
          <b className="cell-title">{job.label}</b>
          <span className="cell-sub">
            <Subject job={job} />
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      render: (job) => (
        <>
          <StatusTag tone={toneOf(job.state)}>{t(`states.${job.state}`)}</StatusTag>
          {job.attempts > 1 && <span className="cell-sub">{t('attempts', { n: job.attempts })}</span>}
        </>
      ),
    },
    { key: 'work', title: t('work'), phone: 'wide', render: (job) => <Work job={job} lost={lost} /> },
    {
      key: 'queued',
      title: t('queuedAt'),
      render: (job) => (
        <span className="nowrap">
          {job.actorName ?? '—'}
          <span className="cell-sub mono">{formatMoment(job.queuedAt)}</span>
        </span>
      ),
    },
    { key: 'took', title: t('took'), align: 'right', render: (job) => duration(job) },
    { key: 'actions', title: t('actions'), render: (job) => <Actions job={job} /> },
  ];
}

/** Background work: what runs now, live, and what has run. */
export function Page() {
  const { t, i18n } = useTranslation('jobs');
  const state = useListState({ filters: ['state', 'task'] });
  const queries = useQueryClient();
  const [live, setLive] = useState<ReadonlyMap<string, JobRun>>(new Map());
  const known = useQuery({
    queryKey: ['jobs', state.query, i18n.language],
    queryFn: ({ signal }) => api.listJobs({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.items.some((job) => job.finishedAt === null) ? 5000 : false),
  });
  const items = known.data?.items ?? [];
  const stream = useJobStream((job) => {
    setLive((before) => new Map(before).set(job.id, job));
    if (job.finishedAt !== null || !items.some((one) => one.id === job.id))
      void queries.invalidateQueries({ queryKey: ['jobs'] });
  });
  // The list is the base; what the stream has said since is newer, until a run has ended.
  const fresh = (job: JobRun) => {
    const said = live.get(job.id);
    return said && job.finishedAt === null ? said : job;
  };
  const tasks = [...new Map(items.map((job) => [job.task, job.label]))].map(([value, label]) => ({ value, label }));
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <span className={stream === 'lost' ? 'warn' : undefined} aria-live="polite">
            {t(`stream.${stream}`)}
          </span>
        }
      />
      <DataTable
        id="jobs"
        label={t('title')}
        columns={useColumns(stream === 'lost')}
        query={{ ...known, data: known.data && { ...known.data, items: items.map(fresh) } }}
        state={state}
        rowKey={(job) => job.id}
        filters={
          <FilterBar state={state}>
            <ChoiceFilter
              state={state}
              name="state"
              label={t('state')}
              options={jobState.options.map((value) => ({ value, label: t(`states.${value}`) }))}
            />
            <ChoiceFilter state={state} name="task" label={t('task')} options={tasks} />
          </FilterBar>
        }
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
