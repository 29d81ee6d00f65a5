import type { ReportText, RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { ReportAgency } from './report-agency.tsx';
import { ReportStatement } from './report-text.tsx';
import { Reporter } from './reveal-reporter.tsx';
import './public-reports.css';

type Report = RouteOutput<typeof routes.getReportOfPublic>;

function Facts({ report }: { report: Report }) {
  const { t } = useTranslation('public-reports');
  return (
    <Descriptions
      items={[
        { key: 'subject', label: t('column.subject'), value: report.subjectName },
        {
          key: 'uscc',
          label: t('uscc'),
          value: report.subjectUscc && <span className="mono">{report.subjectUscc}</span>,
        },
        { key: 'kind', label: t('column.kind'), value: report.kindLabel },
        { key: 'town', label: t('column.town'), value: report.town },
        { key: 'happened', label: t('happenedOn'), value: report.happenedOn },
      ]}
    />
  );
}

function Joined({ reports }: { reports: readonly ReportText[] }) {
  const { t } = useTranslation('public-reports');
  if (reports.length === 0) return null;
  return (
    <Section title={t('joined')} note={t('joinedText', { n: reports.length })}>
      <ul className="joined-reports">
        {reports.map((one) => (
          <li key={one.id}>
            <p className="soft">
              <span className="mono">{one.receipt}</span> · {formatMoment(one.receivedAt)} ·{' '}
              {t(one.anonymous ? 'anonymous' : 'named')}
            </p>
            <ReportStatement report={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Body({ report }: { report: Report }) {
  const { t } = useTranslation('public-reports');
  return (
    <>
      <Section title={t('what')}>
        <Facts report={report} />
        <ReportAgency report={report} />
        <ReportStatement report={report} />
      </Section>
      {report.reply && (
        <Section title={t('reply')} note={report.outcome ?? undefined}>
          <blockquote className="report-statement">{report.reply}</blockquote>
          <p className="soft">{t('replySeen', { at: formatMoment(report.repliedAt ?? '') })}</p>
        </Section>
      )}
      <Reporter id={report.id} anonymous={report.anonymous} mayReveal={report.mayReveal} />
      <Joined reports={report.joined} />
    </>
  );
}

/** One report: what it says, who may know who sent it, what else says the same, and its file. */
export function Page() {
  const { t, i18n } = useTranslation(['public-reports', 'shell']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['public-report', id, i18n.language],
    queryFn: ({ signal }) => api.getReportOfPublic({ params: { id } }, signal),
  });
  const report = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!report) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={report.subjectName}
        crumbs={[{ label: t('shell:chapter.agencies') }, { label: t('title'), to: '/agencies/reports' }]}
        meta={
          <>
            <MetaItem label={t('column.sort')}>{report.sortLabel}</MetaItem>
            <MetaItem label={t('receipt')}>{report.receipt}</MetaItem>
            <MetaItem label={t('column.received')}>{formatMoment(report.receivedAt)}</MetaItem>
          </>
        }
      />
      {report.fileId === null ? (
        <>
          <p className="held-note panel">
            {report.sameAs ? (
              <Link className="link" to={`/agencies/reports/${report.sameAs.id}`}>
                {t('isJoined', { receipt: report.sameAs.receipt })}
              </Link>
            ) : (
              <Link className="link" to={`/agencies/reports/held/${report.groupId}`}>
                {t('isHeld')}
              </Link>
            )}
          </p>
          <Body report={report} />
        </>
      ) : (
        <ProcedurePanel fileId={report.fileId} refreshes={[['public-report', id], ['public-reports']]}>
          <Body report={report} />
        </ProcedurePanel>
      )}
    </div>
  );
}
