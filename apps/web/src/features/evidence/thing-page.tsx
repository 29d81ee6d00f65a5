import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { MeasureClock } from './measure-card.tsx';
import { TONE_OF } from './measure-query.ts';
import { ThingDetail } from './thing-detail.tsx';
import '../../components/evidence-list/evidence-list.css';
import './measures.css';

/** What a label stands for: where a phone arrives that scans one. */
export function Page() {
  const { code = '' } = useParams();
  const { t, i18n } = useTranslation('evidence');
  const query = useQuery({
    queryKey: ['thing', code, i18n.language],
    queryFn: ({ signal }) => api.findThing({ params: { code } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { thing, measure, fileNumber, fileLabel, may } = query.data;
  return (
    <div className="page">
      <PageHeader
        title={thing.name}
        crumbs={[{ label: t('measure.list'), to: '/protection/measures' }]}
        tags={
          <StatusTag tone={TONE_OF[measure.standing]}>
            {measure.outcomeLabel ?? t(`standing.${measure.standing}`)}
          </StatusTag>
        }
        meta={
          <>
            <code>{thing.code}</code>
            <Link to={`/protection/cases/${measure.fileId}/evidence?tab=measures`}>
              {fileNumber} {fileLabel}
            </Link>
          </>
        }
      />
      <Section title={`${measure.kindLabel} ${measure.number}`}>
        <MeasureClock measure={measure} />
        <ThingDetail fileId={measure.fileId} thing={thing} may={may} />
      </Section>
    </div>
  );
}
