import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import './assistance.css';

/** The enterprise's own requests for rights aid. */
export function Page() {
  const { t, i18n } = useTranslation('assistance');
  const navigate = useNavigate();
  const { partyId } = useOwnParty();
  const query = useQuery({
    queryKey: ['aid-requests', 'own', partyId, i18n.language],
    queryFn: ({ signal }) => api.listAidRequests({ query: { party: partyId, pageSize: 100 } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items } = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('own.title')}
        meta={<span>{t('own.meta')}</span>}
        actions={
          <Button type="primary" onClick={() => void navigate('/aid/new')}>
            {t('own.new')}
          </Button>
        }
      />
      {items.length === 0 ? (
        <EmptyState title={t('own.empty')}>{t('own.emptyText')}</EmptyState>
      ) : (
        <Section title={t('own.list')}>
          <ul className="own-aid">
            {items.map((one) => (
              <li key={one.id}>
                <div>
                  <Link className="cell-title" to={`/aid/${one.id}`}>
                    {one.title}
                  </Link>
                  <span className="cell-sub">
                    <span className="mono">{one.number}</span> {one.kinds.map((kind) => kind.label).join('、')}
                  </span>
                </div>
                <StandingState row={one} />
                <span className="mono">{one.receivedOn}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
