import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { AddMark } from './add-mark.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { PoolCard } from './pool-card.tsx';
import { type Pool, poolQuery } from './pool-query.ts';
import './pool.css';

function Board({ pool, onOpen }: { pool: Pool; onOpen: (id: string) => void }) {
  const { t } = useTranslation('pool');
  return (
    <div className="pool-board">
      {pool.stages.map((stage) => {
        const entries = pool.items.filter((entry) => entry.stage === stage.code);
        return (
          <section key={stage.code} aria-label={stage.label}>
            <h2>
              {stage.label} <small>{stage.count}</small>
            </h2>
            {entries.length === 0 ? (
              <p className="pool-none">{t('stageNone')}</p>
            ) : (
              <ul>
                {entries.map((entry) => (
                  <PoolCard key={entry.id} entry={entry} onOpen={() => onOpen(entry.id)} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Marks that are being prepared for recognition in a case, by how far their evidence is. */
export function Page() {
  const { t, i18n } = useTranslation('pool');
  const me = useMe();
  const state = useListState({ filters: ['town'] });
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const { towns } = usePlaceOptions();
  const query = useQuery(poolQuery(state.filters.town, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const pool = query.data;
  const mayEdit = can(me, permissions.editPool);
  const show = (id: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('entry', id);
        else next.delete('entry');
        return next;
      },
      { preventScrollReset: true, replace: id === undefined },
    );
  const open = pool.items.find((entry) => entry.id === params.get('entry'));
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add.open')}
            </Button>
          )
        }
      />
      {pool.caution && <p className="pool-caution">{pool.caution}</p>}
      <FilterBar state={state}>
        <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      </FilterBar>
      {pool.items.length === 0 ? (
        <div className="panel">
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <Board pool={pool} onOpen={show} />
      )}
      <EntryDrawer entry={open} stages={pool.stages} mayEdit={mayEdit} onClose={() => show(undefined)} />
      {adding && <AddMark inPool={pool.items} onClose={() => setAdding(false)} />}
    </div>
  );
}
