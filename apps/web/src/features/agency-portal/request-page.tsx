import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { requestQuery } from '../../components/agency-affairs/affair-query.ts';
import { RequestView } from '../../components/agency-affairs/request-view.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import './agency-portal.css';

/** The own registration or change. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(requestQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const request = query.data;
  return (
    <div className="page agency-portal">
      <PageHeader
        title={t(`requestTitle.${request.kind}`)}
        crumbs={[{ label: t('portal.file'), to: '/file' }]}
        meta={
          <>
            <span className="mono">{request.number}</span>
            <span>{request.name}</span>
            <span>{request.stateLabel}</span>
          </>
        }
      />
      <RequestView key={request.maySave ? 'edit' : 'read'} request={request} />
    </div>
  );
}
