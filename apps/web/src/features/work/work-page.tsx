import type { WorkItem } from '@jince/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { formatExact, today } from '../../lib/format.ts';
import { becomeFieldDevice, forgetKept, keepMe } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { keepShell, type ShellState } from '../../lib/offline-shell.ts';
import { DraftList } from './draft-list.tsx';
import { groupByDue, groupByTown, matches } from './group-work.ts';
import { KeptNote } from './kept-note.tsx';
import { useDrafts } from './use-drafts.ts';
import { WorkCard } from './work-card.tsx';
import { type MyWork, myWorkQuery, targetQuery } from './work-query.ts';
import './work.css';

/** How many of the next targets are fetched ahead, for where there is no network. */
const AHEAD = 20;

/** Makes this device ready for work without network: the pages, the list, the targets that come next. */
function useReadiness(work: MyWork | undefined): ShellState {
  const { i18n } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [state, setState] = useState<ShellState>('preparing');
  const fresh = work !== undefined && work.keptAt === undefined;
  const ids = work?.items
    .slice(0, AHEAD)
    .map((item) => item.id)
    .join(' ');
  useEffect(() => {
    if (!fresh || !ids) return;
    let gone = false;
    const prepare = async () => {
      await forgetKept(me.userId);
      await keepMe(me);
      for (const id of ids.split(' ')) {
        if (gone) return;
        await queries.prefetchQuery({ ...targetQuery(me.userId, id, i18n.language), staleTime: 300_000 });
      }
      if (!gone) setState(await keepShell());
    };
    void prepare();
    return () => {
      gone = true;
    };
  }, [fresh, ids, me, i18n.language, queries]);
  return work?.keptAt ? 'kept' : state;
}

function Outbox() {
  const { t } = useTranslation('work');
  const drafts = useDrafts();
  const waiting = drafts.filter((draft) => draft.state !== 'sent' || draft.differs || draft.alsoLoggedBy || draft.note);
  const sent = drafts.length - waiting.length;
  if (drafts.length === 0) return null;
  return (
    <section className="panel outbox" aria-label={t('outbox.title')}>
      <h2>
        {t('outbox.title')} {sent > 0 && <small>{t('outbox.sentToday', { total: sent })}</small>}
      </h2>
      {waiting.length > 0 && <DraftList items={waiting} named />}
      {waiting.some((draft) => draft.state !== 'sent') && <p className="muted">{t('outbox.safe')}</p>}
    </section>
  );
}

function List({ work }: { work: MyWork }) {
  const { t } = useTranslation(['work', 'cultivation']);
  const [text, setText] = useState('');
  const [town, setTown] = useState('');
  const [order, setOrder] = useState<'due' | 'town'>('due');
  const towns = [...new Set(work.items.flatMap((item) => item.town ?? []))];
  const shown = work.items.filter((item: WorkItem) => matches(item, text) && (town === '' || item.town === town));
  const groups = order === 'due' ? groupByDue(shown, today()) : groupByTown(shown);
  const headOf = (key: string) => (order === 'due' ? t(`due.${key}`) : key || t('cultivation:noTown'));
  if (work.items.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      </div>
    );
  return (
    <>
      <search className="work-filter" aria-label={t('filter')}>
        <input
          type="search"
          value={text}
          placeholder={t('find')}
          aria-label={t('find')}
          onChange={(event) => setText(event.target.value)}
        />
        {towns.length > 1 && (
          <select value={town} aria-label={t('town')} onChange={(event) => setTown(event.target.value)}>
            <option value="">{t('allTowns')}</option>
            {towns.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
        <Switcher
          label={t('order.label')}
          value={order}
          onChange={setOrder}
          options={(['due', 'town'] as const).map((value) => ({ value, label: t(`order.${value}`) }))}
        />
      </search>
      {groups.length === 0 && <p className="soft work-none">{t('notFound')}</p>}
      {groups.map((group) => (
        <section key={group.key} className="work-group" aria-label={headOf(group.key)}>
          <h2 className={group.key}>
            {headOf(group.key)} <small>{group.items.length}</small>
          </h2>
          <ul>
            {group.items.map((item) => (
              <WorkCard key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {work.total > work.items.length && (
        <p className="muted">
          {t('more', { shown: formatExact(work.items.length), total: formatExact(work.total) })}{' '}
          <Link className="link" to="/cultivation/campaigns">
            {t('moreLink')}
          </Link>
        </p>
      )}
    </>
  );
}

/** Everything the person signed in has to visit, soonest first; made for a phone, and for where there is no network. */
export function Page() {
  const { t, i18n } = useTranslation('work');
  const me = useMe();
  useEffect(becomeFieldDevice, []);
  const [params, setParams] = useSearchParams();
  const all = params.get('of') === 'all';
  const query = useQuery(myWorkQuery(me.userId, i18n.language, all));
  const ready = useReadiness(query.data);
  if (query.error && !query.data) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page work-page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>{t(all ? 'totalAll' : 'total', { total: formatExact(query.data.total) })}</span>
            {query.data.keptAt ? (
              <KeptNote keptAt={query.data.keptAt} />
            ) : (
              ready !== 'off' && <span className={`ready ${ready}`}>{t(`ready.${ready}`)}</span>
            )}
          </>
        }
        actions={
          <Switcher
            label={t('of.label')}
            value={all ? 'all' : 'mine'}
            onChange={(of) => setParams(of === 'all' ? { of } : {}, { replace: true })}
            options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`of.${value}`) }))}
          />
        }
      />
      <Outbox />
      <List work={query.data} />
    </div>
  );
}
