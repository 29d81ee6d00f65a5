import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatYuan } from '../../lib/format.ts';
import type { AgencyDetail } from './agency-query.ts';

type Report = AgencyDetail['reports'][number];

function ReportCard({ report }: { report: Report }) {
  const { t } = useTranslation('agencies');
  return (
    <Section
      title={t('reportOf', { year: report.year })}
      note={report.filedOn === null ? t('filedUnknown') : t('filedOn', { date: report.filedOn, due: report.dueOn })}
      extra={
        <StatusTag tone={report.late ? 'late' : report.contradictions.length > 0 ? 'warn' : 'good'}>
          {report.late
            ? t('reportLate')
            : report.contradictions.length > 0
              ? t('reportDiffers', { count: report.contradictions.length })
              : t('reportFits')}
        </StatusTag>
      }
    >
      <dl className="agency-said">
        {report.said.map(({ field, value }) => (
          <div key={field}>
            <dt>{t(`reportField.${field}`)}</dt>
            <dd>{field === 'revenueFen' ? t('yuan', { amount: formatYuan(Number(value)) }) : value}</dd>
          </div>
        ))}
      </dl>
      {report.contradictions.length > 0 && (
        <ul className="agency-list contradictions">
          {report.contradictions.map((one) => (
            <li key={one.field}>{one.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Annual reports beside what the register says: a contradiction is shown and changes nothing. */
export function AgencyReports({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  if (agency.reports.length === 0) return <EmptyState title={t('noReports')}>{t('noReportsText')}</EmptyState>;
  return (
    <div className="agency-stack">
      {agency.reports.map((report) => (
        <ReportCard key={report.year} report={report} />
      ))}
    </div>
  );
}
