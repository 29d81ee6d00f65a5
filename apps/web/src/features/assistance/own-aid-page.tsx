import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { aidBase, aidKeys, aidQuery } from './aid-query.ts';
import { AidView } from './aid-view.tsx';
import './assistance.css';

/** A request of the own enterprise: where it stands, what was answered, and how one was served. */
export function Page() {
  const { t, i18n } = useTranslation('assistance');
  const { id = '' } = useParams();
  const query = useQuery(aidQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const aid = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={aid.title}
        crumbs={[{ label: t('own.title'), to: aidBase }]}
        tags={<StandingState row={aid} />}
        meta={<span className="mono">{aid.number}</span>}
      />
      <ProcedurePanel fileId={aid.fileId} refreshes={aidKeys}>
        <AidView aid={aid} />
      </ProcedurePanel>
    </div>
  );
}
