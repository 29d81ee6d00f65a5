import type { JobRun } from '@jince/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../components/job-progress.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type ImportDetail, isBusy } from './import-query.ts';

function Running({ detail, job, lost }: { detail: ImportDetail; job: JobRun | undefined; lost: boolean }) {
  const { t } = useTranslation(['imports', 'common']);
  const { message } = App.useApp();
  const me = useMe();
  // The stream tells changes only; the state of the moment is asked once.
  const first = useQuery({
    queryKey: ['job', detail.jobId],
    queryFn: ({ signal }) => api.getJob({ params: { id: detail.jobId ?? '' } }, signal),
    enabled: detail.jobId !== null && can(me, permissions.readJobs),
    refetchInterval: 3000,
  });
  const run = job?.finishedAt === null ? job : first.data;
  const stop = useMutation({
    mutationFn: () => api.cancelJob({ params: { id: run?.id ?? '' } }),
    onSuccess: () => message.info(t('running.stopping')),
    onError: (error) => message.error(describeError(error, t).title),
  });
  return (
    <section className="panel panel-body import-running" aria-live="polite">
      <div>
        <b>{t(`running.${detail.state}`)}</b>
        <p className="soft">{t('running.leave')}</p>
      </div>
      <JobProgress job={run} lost={lost} />
      {run?.cancellable && can(me, permissions.cancelJobs) && (
        <Button onClick={() => stop.mutate()} loading={stop.isPending}>
          {t('running.stop')}
        </Button>
      )}
    </section>
  );
}

function UndoReport({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const report = detail.undoReport;
  if (!report) return null;
  return (
    <section className="panel panel-body undo-report">
      <b>{t('undo.done', { at: detail.undoneAt ? formatMoment(detail.undoneAt) : '' })}</b>
      <ul className="plain-list">
        <li>{t('undo.removed', { total: formatExact(report.removed) })}</li>
        <li>{t('undo.restored', { total: formatExact(report.restored) })}</li>
        <li>
          {t('undo.kept', { total: formatExact(report.keptFields) })}
          {report.keptFields > 0 && <span className="muted"> {t('undo.keptWhy')}</span>}
        </li>
      </ul>
    </section>
  );
}

/** What must be said of the import now: progress, a notice, a failure, what was undone. */
export function ImportStanding({
  detail,
  job,
  lost,
}: {
  detail: ImportDetail;
  job: JobRun | undefined;
  lost: boolean;
}) {
  const { t } = useTranslation('imports');
  const failed = detail.state === 'failed';
  return (
    <>
      {isBusy(detail.state) && <Running detail={detail} job={job} lost={lost} />}
      {failed && (
        <div className="import-note failed" role="alert">
          <b>{t('failed.title')}</b>
          <p>{detail.notice ?? t('failed.unknown')}</p>
          <p className="soft">{t('failed.kept')}</p>
        </div>
      )}
      {!failed && detail.notice && (
        <div className="import-note" role="note">
          {detail.notice}
        </div>
      )}
      {detail.state === 'cancelled' && !detail.notice && (
        <div className="import-note" role="note">
          {t('cancelled.text')}
        </div>
      )}
      <UndoReport detail={detail} />
    </>
  );
}
