import type { InspectionTask } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { NewTask } from './new-task.tsx';
import { taskHref, useTaskColumns } from './task-columns.tsx';

const STATES = [
  'assigned',
  'checked',
  'correcting',
  'rechecked',
  'passed',
  'corrected',
  'cased',
  'returned',
  'dropped',
  'handed',
  'cancelled',
];
const KINDS = ['printer', 'market', 'agency', 'party'];
const OUTCOMES = ['fit', 'correct', 'case', 'hand-over'];

/** Checks within reach, those that wait first; with `campaign` those of one action. */
export function TasksTab({ campaign }: { campaign?: string }) {
  const { t, i18n } = useTranslation('inspections');
  const { towns } = usePlaceOptions();
  const [making, setMaking] = useState(false);
  const state = useListState({ filters: ['q', 'state', 'kind', 'town', 'outcome', 'mine', 'overdue', 'held'] }, 't.');
  const own = campaign === undefined ? {} : { campaign };
  const query = useQuery({
    queryKey: ['inspection-tasks', campaign ?? '', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listInspectionTasks({ query: { ...addressQuery<'listInspectionTasks'>(state.query), ...own } }, signal),
    placeholderData: keepPreviousData,
  });
  const words = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      {query.data?.mayCreate && (
        <div className="insp-tools">
          <Button type={campaign === undefined ? 'primary' : 'default'} onClick={() => setMaking(true)}>
            {t('task.new')}
          </Button>
        </div>
      )}
      <DataTable<InspectionTask>
        id="inspection-tasks"
        label={t('tab.tasks')}
        columns={useTaskColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={taskHref}
        exportUrl={urlOf(routes.exportInspectionTasks, {
          query: { ...addressQuery<'exportInspectionTasks'>(state.filters), ...own },
        })}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('filter.q')} />
            <ChoiceFilter state={state} name="state" label={t('col.state')} options={words('state', STATES)} />
            <ChoiceFilter state={state} name="kind" label={t('col.kind')} options={words('kind', KINDS)} />
            <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
            <ChoiceFilter state={state} name="outcome" label={t('col.outcome')} options={words('outcome', OUTCOMES)} />
            <FlagFilter
              state={state}
              name="mine"
              label={t('filter.mine')}
              yes={t('filter.mineYes')}
              no={t('filter.mineNo')}
            />
            <FlagFilter
              state={state}
              name="overdue"
              label={t('filter.overdue')}
              yes={t('filter.overdueYes')}
              no={t('filter.overdueNo')}
            />
            <FlagFilter
              state={state}
              name="held"
              label={t('filter.held')}
              yes={t('filter.heldYes')}
              no={t('filter.heldNo')}
            />
          </FilterBar>
        }
        empty={{ title: t('task.empty'), text: t('task.emptyText') }}
      />
      {making && <NewTask campaignId={campaign ?? null} onClose={() => setMaking(false)} />}
    </>
  );
}
