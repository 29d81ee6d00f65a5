import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { requestQuery } from '../../components/agency-affairs/affair-query.ts';
import { RequestView } from '../../components/agency-affairs/request-view.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOfStanding } from './tones.ts';

/** One registration or change: what is asked beside the register, what rules found, and what can be done. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(requestQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const request = query.data;
  const agencyId = request.resultAgencyId ?? request.agencyId;
  return (
    <div className="page">
      <PageHeader
        title={request.name}
        crumbs={[{ label: t('title'), to: '/agencies/affairs' }]}
        tags={<StatusTag tone={toneOfStanding(request.standing)}>{request.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{request.number}</span>
            <span>{t(`requestKind.${request.kind}`)}</span>
            <span>{t(`origin.${request.origin}`)}</span>
            {request.town && <span>{request.town}</span>}
            {request.effectiveOn && <MetaItem label={t('col.effectiveOn')}>{request.effectiveOn}</MetaItem>}
            {request.lateDays !== null && (
              <span className="warn">{t('request.lateBy', { days: request.lateDays })}</span>
            )}
            {agencyId && (
              <Link className="link" to={`/agencies/register/${agencyId}`}>
                {t('request.toAgency')}
              </Link>
            )}
            {request.census && (
              <Link className="link" to={`/agencies/census/items/${request.census.itemId}`}>
                {t('request.fromCensus', { title: request.census.title })}
              </Link>
            )}
          </>
        }
      />
      <RequestView key={request.maySave ? 'edit' : 'read'} request={request} />
    </div>
  );
}
