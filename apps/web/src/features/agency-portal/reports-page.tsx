import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { today } from '../../lib/format.ts';
import { type Desk, useBeginReport, useDesk } from './desk-query.ts';
import { MatterList } from './matter-list.tsx';
import { NotRegistered } from './not-registered.tsx';
import './agency-portal.css';

function Now({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agency-affairs');
  const begin = useBeginReport();
  const { year, dueOn, opensOn, duty, reportId } = desk.reportYear;
  const agencyId = desk.agency?.id;
  if (!duty || agencyId === undefined) return <p className="soft">{t('report.noDuty')}</p>;
  const late = dueOn < today();
  return (
    <>
      <p className={late && reportId === null ? 'late' : undefined}>
        {t(late ? 'report.windowOver' : 'report.window', { from: opensOn, to: dueOn })}
      </p>
      {reportId === null ? (
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({ agencyId, year })}>
          {t('report.begin', { year })}
        </Button>
      ) : (
        <Link className="link" to={`/annual-reports/${reportId}`}>
          {t('report.open', { year })}
        </Link>
      )}
      {begin.error && <ErrorBox error={begin.error} />}
    </>
  );
}

/** Annual reports: that of the year and those before. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const query = useDesk();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const desk = query.data;
  return (
    <div className="page agency-portal">
      <PageHeader title={t('tab.reports')} meta={<span>{t('report.meta')}</span>} />
      {desk.agency === null && <NotRegistered desk={desk} />}
      <Section title={t('report.year', { year: desk.reportYear.year })}>
        <div className="agency-now">
          <Now desk={desk} />
        </div>
      </Section>
      <Section title={t('report.earlier')}>
        {desk.reports.length === 0 ? <p className="soft">{t('report.none')}</p> : <MatterList matters={desk.reports} />}
      </Section>
    </div>
  );
}
