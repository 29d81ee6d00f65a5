import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { pledgeQuery } from './inspection-query.ts';
import { pledgeTone } from './pledge-list-page.tsx';
import { PledgeParts, PledgeSpan } from './pledge-parts.tsx';
import './inspections.css';

/** One pledge: conditions by facts, the chain of recommendation, reviews, exit. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const query = useQuery(pledgeQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const pledge = query.data;
  return (
    <div className="page">
      <PageHeader
        title={pledge.name}
        crumbs={[{ label: t('pledge.heading'), to: '/protection/markets' }]}
        tags={<StatusTag tone={pledgeTone(pledge)}>{pledge.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{pledge.number}</span>
            <span>{pledge.kindLabel}</span>
            {pledge.partyId && (
              <Link className="link" to={`/enterprises/${pledge.partyId}`}>
                {pledge.operator ?? t('pledge.applicant')}
              </Link>
            )}
            {pledge.town && <span>{pledge.town}</span>}
            <PledgeSpan pledge={pledge} />
          </>
        }
      />
      <PledgeParts pledge={pledge} />
    </div>
  );
}
