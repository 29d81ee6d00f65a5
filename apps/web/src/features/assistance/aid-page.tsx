import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AidHelpers } from './aid-helpers.tsx';
import { aidBase, aidKeys, aidQuery } from './aid-query.ts';
import { AidView } from './aid-view.tsx';
import './assistance.css';

/** One request for rights aid. */
export function Page() {
  const { t, i18n } = useTranslation('assistance');
  const { id = '' } = useParams();
  const query = useQuery(aidQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const aid = query.data;
  return (
    <div className="page">
      <PageHeader
        title={aid.title}
        crumbs={[{ label: t('title'), to: aidBase }]}
        tags={
          <>
            <StandingState row={aid} />
            {aid.inTime !== null && (
              <StatusTag tone={aid.inTime ? 'good' : 'late'}>{t(aid.inTime ? 'list.inTime' : 'list.late')}</StatusTag>
            )}
          </>
        }
        meta={
          <>
            <span className="mono">{aid.number}</span>
            <MetaItem label={t('list.applicant')}>
              {aid.partyId ? (
                <Link className="link" to={`/enterprises/${aid.partyId}`}>
                  {aid.applicant}
                </Link>
              ) : (
                aid.applicant
              )}
            </MetaItem>
            <span>{t(`channel.${aid.channel}`)}</span>
            {aid.sourceHref && (
              <Link className="link" to={aid.sourceHref}>
                {t('list.source')}
              </Link>
            )}
          </>
        }
      />
      <ProcedurePanel fileId={aid.fileId} refreshes={aidKeys}>
        <AidView aid={aid} />
        <AidHelpers aid={aid} />
      </ProcedurePanel>
    </div>
  );
}
