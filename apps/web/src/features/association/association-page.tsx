import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { base, type Overview, overviewQuery } from './association-query.ts';
import { ComplaintTab } from './complaint-tab.tsx';
import { DocumentTab } from './document-tab.tsx';
import { LadderTab } from './ladder-tab.tsx';
import { MemberTab } from './member-tab.tsx';
import { RatingTab } from './rating-tab.tsx';
import './association.css';

function Strip({ overview }: { overview: Overview }) {
  const { t } = useTranslation('association');
  const { figures } = overview;
  const unit = t('unit.agency');
  return (
    <Figures
      items={[
        { key: 'members', label: t('figure.members'), value: figures.members, unit, href: base },
        {
          key: 'signed',
          label: t('figure.signed'),
          value: figures.signed,
          unit,
          href: `${base}?tab=documents`,
          note: t('figure.unsigned', { count: figures.members - figures.signed }),
          ...(figures.signed < figures.members ? { tone: 'warn' as const } : {}),
        },
        ...(overview.may.readComplaints
          ? [
              {
                key: 'complaints',
                label: t('figure.complaints'),
                value: figures.complaints,
                unit: t('unit.case'),
                href: `${base}?tab=complaints`,
              },
            ]
          : []),
        {
          key: 'ratings',
          label: t('figure.ratings'),
          value: figures.ratings,
          unit: t('unit.rating'),
          href: `${base}?tab=ratings`,
          note: t('figure.lowered', { count: figures.lowered }),
        },
      ]}
    />
  );
}

/** The industry association: members, convention, complaints, brand ladder, ratings. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const query = useQuery(overviewQuery(i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const overview = query.data;
  const { may } = overview;
  return (
    <div className="page association-page">
      <PageHeader
        title={t('title')}
        tags={<ExampleMark />}
        meta={
          <>
            <span>{overview.name}</span>
            <span className="soft">{t('meta')}</span>
          </>
        }
      />
      <Strip overview={overview} />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'members', label: t('tab.members'), render: () => <MemberTab may={may} /> },
          { key: 'documents', label: t('tab.documents'), render: () => <DocumentTab may={may} /> },
          ...(may.readComplaints
            ? [{ key: 'complaints', label: t('tab.complaints'), render: () => <ComplaintTab may={may} /> }]
            : []),
          { key: 'ladder', label: t('tab.ladder'), render: () => <LadderTab overview={overview} /> },
          { key: 'ratings', label: t('tab.ratings'), render: () => <RatingTab overview={overview} /> },
        ]}
      />
    </div>
  );
}
