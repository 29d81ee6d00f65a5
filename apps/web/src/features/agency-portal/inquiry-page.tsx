import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { inquiryQuery } from '../../components/agency-affairs/affair-query.ts';
import { InquiryView } from '../../components/agency-affairs/inquiry-view.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import './agency-portal.css';

/** One inquiry to the own agency. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(inquiryQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const inquiry = query.data;
  return (
    <div className="page agency-portal">
      <PageHeader
        title={inquiry.title}
        crumbs={[{ label: t('tab.inquiries'), to: '/inquiries' }]}
        meta={
          <>
            <span className="mono">{inquiry.number}</span>
            <span>{inquiry.stateLabel}</span>
            {inquiry.dueOn && (
              <span className={inquiry.overdue ? 'late' : undefined}>{t('portal.due', { day: inquiry.dueOn })}</span>
            )}
          </>
        }
      />
      <InquiryView inquiry={inquiry} />
    </div>
  );
}
