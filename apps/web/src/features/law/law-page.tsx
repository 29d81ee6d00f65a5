import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { LawEntries } from './law-entries.tsx';
import { LawRevision } from './law-revision.tsx';
import { TryClock } from './try-clock.tsx';
import './law.css';

/** The law as it is kept: parameters with what is to be checked, a clock to try, the two trademark laws side by side. */
export function Page() {
  const { t, i18n } = useTranslation('law');
  const query = useQuery({
    queryKey: ['law', i18n.language],
    queryFn: ({ signal }) => api.listLawEntries({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, today } = query.data;
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('meta')} />
      <PageTabs
        label={t('title')}
        tabs={[
          {
            key: 'entries',
            label: t('tab.entries'),
            count: items.length,
            render: () => <LawEntries items={items} today={today} />,
          },
          { key: 'clocks', label: t('tab.clocks'), render: () => <TryClock items={items} today={today} /> },
          { key: 'revision', label: t('tab.revision'), render: () => <LawRevision /> },
        ]}
      />
    </div>
  );
}
