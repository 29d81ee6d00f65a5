import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { entryHref, toneOfEntry } from './discipline-query.ts';
import './discipline.css';

const MOST = 100;

/** What stands or stood against oneself, with what it bars until when. */
export function Page() {
  const { t, i18n } = useTranslation('discipline');
  const query = useQuery({
    queryKey: ['discipline', 'own', i18n.language],
    queryFn: ({ signal }) => api.listDisciplineEntries({ query: { pageSize: MOST } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items } = query.data;
  return (
    <div className="page">
      <PageHeader title={t('own.title')} meta={<span>{t('own.meta')}</span>} />
      {items.length === 0 ? (
        <EmptyState title={t('own.none')}>{t('own.noneText')}</EmptyState>
      ) : (
        <ul className="own-entries">
          {items.map((entry) => (
            <li key={entry.id} className="panel">
              <p>
                <AppLink to={entryHref(entry.id)}>{entry.listLabel}</AppLink>{' '}
                <StatusTag tone={toneOfEntry(entry)}>{entry.stateLabel}</StatusTag>
              </p>
              <p>{entry.sentence}</p>
              <p className="muted">{[entry.subjectName, entry.number, entry.decisionNo].filter(Boolean).join(' · ')}</p>
              {entry.effects.length > 0 && (
                <p className="soft">{entry.effects.map((one) => `${one.targetLabel}：${one.doesLabel}`).join('；')}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
