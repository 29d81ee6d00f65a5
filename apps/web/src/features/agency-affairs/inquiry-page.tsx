import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { inquiryQuery } from '../../components/agency-affairs/affair-query.ts';
import { InquiryView } from '../../components/agency-affairs/inquiry-view.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOfStanding } from './tones.ts';

/** One inquiry to an agency with its answers. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(inquiryQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const inquiry = query.data;
  return (
    <div className="page">
      <PageHeader
        title={inquiry.title}
        crumbs={[
          { label: t('title'), to: '/agencies/affairs' },
          { label: t('tab.inquiries'), to: '/agencies/affairs?tab=inquiries' },
        ]}
        tags={
          <StatusTag tone={inquiry.overdue ? 'late' : toneOfStanding(inquiry.standing)}>
            {inquiry.overdue ? t('inquiry.overdue') : inquiry.stateLabel}
          </StatusTag>
        }
        meta={
          <>
            <span className="mono">{inquiry.number}</span>
            <Link className="link" to={`/agencies/register/${inquiry.agencyId}`}>
              {inquiry.agency}
            </Link>
            {inquiry.town && <span>{inquiry.town}</span>}
            {inquiry.dueOn && <MetaItem label={t('col.dueOn')}>{inquiry.dueOn}</MetaItem>}
          </>
        }
      />
      <InquiryView inquiry={inquiry} />
    </div>
  );
}
