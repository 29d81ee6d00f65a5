import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { lifeQuery, portfolioBase } from './life-query.ts';
import { LifeView } from './life-view.tsx';

/** The life of one mark, for the officer. */
export function Page() {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const { id = '' } = useParams();
  const query = useQuery(lifeQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { mark } = query.data;
  const party = mark.holders.find((holder) => holder.partyId !== null)?.partyId;
  return (
    <div className="page">
      <PageHeader
        title={mark.name || t('figurative')}
        crumbs={[{ label: t('title'), to: portfolioBase }]}
        tags={
          <>
            <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
            <StatusTag tone="info">{t('labels:niceClass', { n: mark.niceClass })}</StatusTag>
          </>
        }
        meta={
          <>
            <span className="mono">{mark.registrationNo}</span>
            {party ? (
              <Link className="link" to={`/trademarks/brand/${party}`}>
                {mark.holders.map((holder) => holder.name).join('、')}
              </Link>
            ) : (
              <span>{mark.holders.map((holder) => holder.name).join('、')}</span>
            )}
            <Link className="link" to={`/trademarks/${mark.id}`}>
              {t('record')}
            </Link>
          </>
        }
      />
      <LifeView life={query.data} />
    </div>
  );
}
