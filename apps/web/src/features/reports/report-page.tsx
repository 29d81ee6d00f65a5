import type { RouteOutput } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { api, type routes } from '../../lib/api.ts';
import { useJobStream } from '../../lib/job-stream.ts';
import { can, useMe } from '../../lib/meta.ts';
import { ReportRow } from './report-row.tsx';
import './reports.css';

export type Reports = RouteOutput<typeof routes.listReports>;

const listKey = 'plan-reports';
/** How often the list is asked for while a report is made and live news are cut off. */
const pollMs = 5000;

function MakeReport({ reports }: { reports: Reports }) {
  const { t } = useTranslation('reports');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [year, setYear] = useState(reports.years[0]);
  const make = useMutation({
    mutationFn: (of: number) => api.makeReport({ body: { year: of } }),
    onSuccess: () => {
      message.success(t('ordered', { year }));
      return queries.invalidateQueries({ queryKey: [listKey] });
    },
  });
  const running = reports.items.some((item) => item.year === year && item.state === 'making');
  return (
    <section className="panel report-make" aria-label={t('make')}>
      <div>
        <h2>{t('make')}</h2>
        <p className="soft">{t('makeText')}</p>
      </div>
      <div className="row">
        <Select
          value={year}
          onChange={setYear}
          aria-label={t('year')}
          options={reports.years.map((one) => ({ value: one, label: t('yearOf', { year: one }) }))}
          className="report-year"
        />
        <Button
          type="primary"
          loading={make.isPending}
          disabled={year === undefined || running}
          onClick={() => year !== undefined && make.mutate(year)}
        >
          {t(running ? 'running' : 'start')}
        </Button>
      </div>
      {make.error && <ErrorBox error={make.error} />}
    </section>
  );
}

/** Annual reports of the plan: made here as a job, kept, downloaded as docx or PDF. */
export function Page() {
  const { t, i18n } = useTranslation('reports');
  const me = useMe();
  const queries = useQueryClient();
  const mayMake = can(me, permissions.makeReports);
  const query = useQuery({
    queryKey: [listKey, i18n.language],
    queryFn: ({ signal }) => api.listReports({}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'making') ? pollMs : false),
  });
  const stream = useJobStream((job) => {
    const mine = query.data?.items.some((item) => item.jobId === job.id);
    if (mine && job.finishedAt !== null) void queries.invalidateQueries({ queryKey: [listKey] });
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const reports = query.data;
  return (
    <div className="page report-page">
      <PageHeader title={t('title')} meta={<span>{t('about')}</span>} />
      {mayMake && reports.years.length > 0 && <MakeReport reports={reports} />}
      {reports.items.length === 0 ? (
        <div className="panel">
          <EmptyState title={t('none')}>{t(mayMake ? 'noneMake' : 'noneWait')}</EmptyState>
        </div>
      ) : (
        <ul className="report-list panel" aria-label={t('title')}>
          {reports.items.map((report) => (
            <ReportRow key={report.id} report={report} lost={stream === 'lost'} />
          ))}
        </ul>
      )}
    </div>
  );
}
