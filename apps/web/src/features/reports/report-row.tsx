import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../components/job-progress.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import type { Reports } from './report-page.tsx';

type Report = Reports['items'][number];
const tones = { making: 'info', ready: 'good', failed: 'late' } as const;

/** How far the report is; the stream of the page keeps the run fresh. */
function Progress({ jobId, lost }: { jobId: string; lost: boolean }) {
  const me = useMe();
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => api.getJob({ params: { id: jobId } }, signal),
    enabled: can(me, permissions.readJobs),
    retry: false,
  });
  return <JobProgress job={job.data} lost={lost} steps />;
}

function Downloads({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  return (
    <div className="row report-files">
      {report.files.map((file) => (
        <Button
          key={file.format}
          href={urlOf(routes.downloadReport, { params: { id: report.id }, query: { format: file.format } })}
          download
        >
          {t(`format.${file.format}`)} <small>{formatBytes(file.size)}</small>
        </Button>
      ))}
    </div>
  );
}

/** One report: of which year and day, who ordered it, how far it is, its files. */
export function ReportRow({ report, lost }: { report: Report; lost: boolean }) {
  const { t } = useTranslation('reports');
  return (
    <li>
      <div className="report-title">
        <b>{t('reportOf', { year: report.year })}</b>
        <StatusTag tone={tones[report.state]}>{t(`state.${report.state}`)}</StatusTag>
        <small>
          {t('asOf', { date: report.asOf })} · {t('by', { name: report.orderedBy, at: formatMoment(report.orderedAt) })}
        </small>
      </div>
      {report.state === 'making' && report.jobId && <Progress jobId={report.jobId} lost={lost} />}
      {report.state === 'failed' && <p className="late">{report.error ?? t('failedText')}</p>}
      {report.state === 'ready' && <Downloads report={report} />}
    </li>
  );
}
