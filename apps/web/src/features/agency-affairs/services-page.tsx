import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { disclosuresQuery } from '../../components/agency-affairs/affair-query.ts';
import { DisclosureList } from '../../components/agency-affairs/disclosure-list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';

/** Services and prices an agency discloses, with every version. */
export function Page() {
  const { t, i18n } = useTranslation('agency-affairs');
  const { id = '' } = useParams();
  const query = useQuery(disclosuresQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={t('disclosure.title')}
        crumbs={[{ label: query.data.agency, to: `/agencies/register/${id}` }]}
        meta={<span>{t('disclosure.meta')}</span>}
      />
      <DisclosureList disclosures={query.data} />
    </div>
  );
}
