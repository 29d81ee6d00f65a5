import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { pledgeQuery } from './inspection-query.ts';
import { pledgeTone } from './pledge-list-page.tsx';
import { PledgeParts, PledgeSpan } from './pledge-parts.tsx';
import './inspections.css';

/** The enterprise's own pledge: what it promises, where it stands, how it was reviewed. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const query = useQuery(pledgeQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const pledge = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={pledge.name}
        crumbs={[{ label: t('own.pledges'), to: '/pledges' }]}
        tags={<StatusTag tone={pledgeTone(pledge)}>{pledge.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{pledge.number}</span>
            <span>{pledge.kindLabel}</span>
            <PledgeSpan pledge={pledge} />
          </>
        }
      />
      <PledgeParts pledge={pledge} />
    </div>
  );
}
