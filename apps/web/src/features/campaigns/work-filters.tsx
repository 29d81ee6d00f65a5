import { type CampaignDetail, targetState } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';

export const workFilterNames = ['q', 'town', 'state', 'step', 'assignee', 'late', 'overdue', 'contacted'];

export function WorkFilters({ state, campaign }: { state: ListState; campaign: CampaignDetail }) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const { towns } = usePlaceOptions();
  const officers = campaign.byOfficer.map((officer) => ({
    value: officer.accountId ?? 'none',
    label: officer.accountId ? officer.name : t('cultivation:unassigned'),
  }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('work.search')} width={240} />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('work.state')}
        options={targetState.options.map((value) => ({ value, label: t(`cultivation:targetState.${value}`) }))}
      />
      <ChoiceFilter state={state} name="town" label={t('work.town')} options={towns} />
      {campaign.steps.length > 0 && (
        <ChoiceFilter
          state={state}
          name="step"
          label={t('work.step')}
          options={campaign.steps.map((step) => ({ value: step.code, label: step.label }))}
        />
      )}
      <ChoiceFilter state={state} name="assignee" label={t('work.assignee')} options={officers} />
      <FlagFilter
        state={state}
        name="contacted"
        label={t('figure.contacted')}
        yes={t('work.onlyContacted')}
        no={t('work.notContacted')}
      />
      <FlagFilter
        state={state}
        name="late"
        label={t('cultivation:late')}
        yes={t('work.onlyLate')}
        no={t('work.onlyBaseline')}
      />
      <FlagFilter
        state={state}
        name="overdue"
        label={t('cultivation:overdue')}
        yes={t('work.onlyOverdue')}
        no={t('work.notOverdue')}
      />
    </FilterBar>
  );
}
