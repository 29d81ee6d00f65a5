import { useTranslation } from 'react-i18next';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { DayRibbon } from './day-ribbon.tsx';
import { DeskBuckets } from './desk-buckets.tsx';
import { DeskFiles } from './desk-files.tsx';
import { type Desk, useDesk, useDeskState } from './desk-query.ts';
import { Escalate } from './escalate.tsx';
import { WorkloadTab } from './workload-tab.tsx';
import './desk.css';

function Mine({ desk, state }: { desk: Desk; state: ReturnType<typeof useDeskState> }) {
  return (
    <>
      <DeskBuckets desk={desk} state={state} />
      <div className="desk-columns">
        <DeskFiles desk={desk} state={state} />
        <aside className="desk-side">
          <DayRibbon desk={desk} />
          <CalendarFeed />
        </aside>
      </div>
    </>
  );
}

/** The officer's day: what presses, what waits for others, and who has how much. */
export function Page() {
  const { t } = useTranslation(['desk', 'shell']);
  const state = useDeskState();
  const query = useDesk(state);
  const desk = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!desk) return <PageSkeleton />;
  const mine = <Mine desk={desk} state={state} />;
  return (
    <div className="page desk">
      <PageHeader
        title={t('title')}
        crumbs={[{ label: t('shell:chapter.protection') }]}
        meta={
          <>
            <MetaItem label={t('today')}>{desk.asOf}</MetaItem>
            <MetaItem label={t('weekEnds')}>{desk.weekEndsOn}</MetaItem>
            <span>{t('warnedBefore', { n: desk.escalateDays })}</span>
          </>
        }
        actions={desk.mayEscalate && <Escalate />}
      />
      {desk.mayWorkload ? (
        <PageTabs
          label={t('title')}
          tabs={[
            { key: 'mine', label: t('tab.mine'), render: () => mine },
            { key: 'workload', label: t('tab.workload'), render: () => <WorkloadTab /> },
          ]}
        />
      ) : (
        mine
      )}
    </div>
  );
}
