import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { lifeQuery, portfolioBase } from './life-query.ts';
import { LifeView } from './life-view.tsx';

/** One mark of the enterprise, with its locker of evidence. */
export function Page() {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const { id = '' } = useParams();
  const query = useQuery(lifeQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { mark } = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={mark.name || t('figurative')}
        crumbs={[{ label: t('own.title'), to: portfolioBase }]}
        tags={
          <>
            <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
            <StatusTag tone="info">{t('labels:niceClass', { n: mark.niceClass })}</StatusTag>
          </>
        }
        meta={<span className="mono">{mark.registrationNo}</span>}
      />
      <LifeView life={query.data} />
    </div>
  );
}
