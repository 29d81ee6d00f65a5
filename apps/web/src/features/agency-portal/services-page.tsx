import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosuresQuery } from '../../components/agency-affairs/affair-query.ts';
import { DisclosureList } from '../../components/agency-affairs/disclosure-list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { useDesk } from './desk-query.ts';
import { DisclosureForm } from './disclosure-form.tsx';
import { NotRegistered } from './not-registered.tsx';
import './agency-portal.css';

function Own({ agencyId }: { agencyId: string }) {
  const { t, i18n } = useTranslation('agency-affairs');
  const [editing, setEditing] = useState(false);
  const query = useQuery(disclosuresQuery(agencyId, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { data } = query;
  return (
    <>
      {!editing && data.mayPublish && (
        <div className="agency-tools">
          <button type="button" className="link" onClick={() => setEditing(true)}>
            {t(data.items.length === 0 ? 'disclosure.first' : 'disclosure.next')}
          </button>
        </div>
      )}
      {editing && <DisclosureForm agencyId={agencyId} disclosures={data} onDone={() => setEditing(false)} />}
      <DisclosureList disclosures={data} />
    </>
  );
}

/** Services and prices: what stands, and the next version. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const query = useDesk();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const desk = query.data;
  return (
    <div className="page agency-portal">
      <PageHeader title={t('disclosure.title')} meta={<span>{t('disclosure.meta')}</span>} />
      {desk.agency === null ? <NotRegistered desk={desk} /> : <Own agencyId={desk.agency.id} />}
    </div>
  );
}
