import type { ReportText } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes } from '../../lib/format.ts';

/** Papers handed in with a report; each download is noted in the log. */
export function ReportPapers({ report }: { report: Pick<ReportText, 'id' | 'papers'> }) {
  const { t } = useTranslation('public-reports');
  if (report.papers.length === 0) return null;
  return (
    <ul className="report-papers">
      {report.papers.map((paper) => (
        <li key={paper.no}>
          <a
            className="link"
            href={urlOf(routes.downloadReportPaper, { params: { id: report.id, no: paper.no } })}
            download
          >
            {paper.fileName}
          </a>
          <span className="muted">{formatBytes(paper.size)}</span>
        </li>
      ))}
      <li className="muted">{t('papersNote')}</li>
    </ul>
  );
}

/** What whoever reports wrote, as it was written. */
export function ReportStatement({ report }: { report: ReportText }) {
  const { t } = useTranslation('public-reports');
  return (
    <>
      <blockquote className="report-statement" lang={report.language === 'zh' ? 'zh-CN' : 'en'}>
        {report.statement}
      </blockquote>
      {report.wish && (
        <p className="report-wish">
          <b>{t('wish')}</b> {report.wish}
        </p>
      )}
      <ReportPapers report={report} />
    </>
  );
}
