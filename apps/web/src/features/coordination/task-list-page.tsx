import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { TASK_KINDS, taskBase } from './coordination-query.ts';
import { NewTask } from './new-task.tsx';
import { useTaskColumns } from './task-columns.tsx';
import './coordination.css';

/** What bodies do together, decisions of meetings among it. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const state = useListState({ filters: ['q', 'kind', 'open', 'late', 'body', 'state'] });
  const query = useQuery({
    queryKey: ['joint-tasks', state.query, i18n.language],
    queryFn: ({ signal }) => api.listJointTasks({ query: addressQuery<'listJointTasks'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('task.page')}
        meta={<span>{t('task.meta')}</span>}
        actions={
          can(me, permissions.setJointTasks) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('task.new')}
            </Button>
          )
        }
      />
      <DataTable
        id="joint-tasks"
        label={t('task.page')}
        columns={useTaskColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${taskBase}/${row.id}`}
        empty={{ title: t('task.empty'), text: t('task.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('task.search')} />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('list.kind')}
              options={[...TASK_KINDS, 'decision'].map((value) => ({ value, label: t(`taskKind.${value}`) }))}
            />
            <FlagFilter state={state} name="open" label={t('list.open')} yes={t('list.open')} no={t('list.closed')} />
            <FlagFilter state={state} name="late" label={t('list.late')} yes={t('list.late')} no={t('list.notLate')} />
          </FilterBar>
        }
      />
      {open && <NewTask onClose={() => setOpen(false)} />}
    </div>
  );
}
