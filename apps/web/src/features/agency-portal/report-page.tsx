import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { reportQuery } from '../../components/agency-affairs/affair-query.ts';
import { ReportView } from '../../components/agency-affairs/report-view.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import './agency-portal.css';

/** The own annual report. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(reportQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const report = query.data;
  return (
    <div className="page agency-portal">
      <PageHeader
        title={t('report.year', { year: report.year })}
        crumbs={[{ label: t('tab.reports'), to: '/annual-reports' }]}
        meta={
          <>
            <span className="mono">{report.number}</span>
            <span>{report.stateLabel}</span>
            <span className={report.late ? 'late' : undefined} title={report.term.article}>
              {t('report.dueOn', { day: report.term.dueOn })}
            </span>
          </>
        }
      />
      <ReportView key={report.maySave ? 'edit' : 'read'} report={report} />
    </div>
  );
}
