import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { reportQuery } from '../../components/agency-affairs/affair-query.ts';
import { ReportView } from '../../components/agency-affairs/report-view.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOfStanding } from './tones.ts';

/** One annual report beside the register. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(reportQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const report = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('report.of', { agency: report.agency, year: report.year })}
        crumbs={[
          { label: t('title'), to: '/agencies/affairs' },
          { label: t('tab.reports'), to: `/agencies/affairs?tab=reports&r.year=${report.year}` },
        ]}
        tags={
          <>
            <StatusTag tone={toneOfStanding(report.standing)}>{report.stateLabel}</StatusTag>
            {report.late && <StatusTag tone="late">{t('report.late')}</StatusTag>}
          </>
        }
        meta={
          <>
            <span className="mono">{report.number}</span>
            <MetaItem label={t('col.filedOn')}>{report.filedOn ?? '—'}</MetaItem>
            <span title={report.term.article}>{t('report.dueOn', { day: report.term.dueOn })}</span>
            {report.contradictions > 0 && (
              <span className="warn">{t('report.contradicting', { n: report.contradictions })}</span>
            )}
            <Link className="link" to={`/agencies/register/${report.agencyId}`}>
              {t('request.toAgency')}
            </Link>
          </>
        }
      />
      <ReportView key={report.maySave ? 'edit' : 'read'} report={report} />
    </div>
  );
}
