import type { RouteOutput, routes } from '@jince/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';
import { becomeFieldDevice, forgetKept, keepMe } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { keepShell, type ShellState } from '../../lib/offline-shell.ts';
import { FieldOutbox } from './field-outbox-list.tsx';
import { myTasksQuery, taskQuery } from './inspection-query.ts';
import './inspections.css';

const AHEAD = 30;

type Mine = RouteOutput<typeof routes.listInspectionTasks> & { keptAt?: string };

/** Keeps who works here, the next checks and the console's own files, and says how far it came. */
function useReady(mine: Mine | undefined): ShellState {
  const { i18n } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [state, setState] = useState<ShellState>('preparing');
  const fresh = mine !== undefined && mine.keptAt === undefined;
  const ids =
    mine?.items
      .slice(0, AHEAD)
      .map((row) => row.id)
      .join(' ') ?? '';
  useEffect(() => {
    if (!fresh) return;
    let gone = false;
    const prepare = async () => {
      await forgetKept(me.userId);
      await keepMe(me);
      for (const id of ids.split(' ').filter(Boolean)) {
        if (gone) return;
        await queries.prefetchQuery({ ...taskQuery(me.userId, id, i18n.language), staleTime: 300_000 });
      }
      if (!gone) setState(await keepShell());
    };
    void prepare();
    return () => {
      gone = true;
    };
  }, [fresh, ids, me, i18n.language, queries]);
  return mine?.keptAt ? 'kept' : state;
}

/** What is mine to check, for the phone: the list and each check are kept for where there is no network. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const me = useMe();
  useEffect(becomeFieldDevice, []);
  const query = useQuery(myTasksQuery(me.userId, i18n.language));
  const ready = useReady(query.data);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page insp-narrow">
      <PageHeader
        title={t('field.mine')}
        crumbs={[{ label: t('title'), to: '/protection/inspections' }]}
        meta={
          <span className={query.data.keptAt ? 'warn' : undefined}>
            {query.data.keptAt ? t('field.keptAt', { at: formatMoment(query.data.keptAt) }) : t(`field.ready.${ready}`)}
          </span>
        }
      />
      <FieldOutbox />
      {query.data.items.length === 0 && (
        <div className="panel">
          <EmptyState title={t('field.none')}>{t('field.noneText')}</EmptyState>
        </div>
      )}
      <ul className="insp-cards">
        {query.data.items.map((task) => (
          <li key={task.id} className="panel">
            <Link to={`/protection/inspections/tasks/${task.id}`}>
              <b>{task.name}</b>
              <StatusTag tone={task.overdue ? 'late' : task.state === 'correcting' ? 'warn' : 'info'}>
                {task.stateLabel}
              </StatusTag>
              <span className="muted">{[task.town, task.checklistLabel].filter(Boolean).join(' · ')}</span>
              <span className={task.overdue ? 'mono late' : 'mono'}>
                {t('field.dueOn', { day: task.correctBy ?? task.dueOn })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
