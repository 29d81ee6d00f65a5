import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AsOfPicker } from '../../components/as-of.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { useEnumOptions, useNiceOptions, usePlaceOptions } from '../../lib/options.ts';
import { type Cut, cutsOf, filtersOf, type InventoryFilter, type Measure, measures } from './cuts.ts';
import type { InventoryState } from './inventory-state.ts';

function useFilterOptions(): Record<InventoryFilter, { value: string; label: string }[]> {
  const { towns, zones, sections } = usePlaceOptions();
  return {
    town: towns,
    zone: zones,
    industry: sections,
    partyKind: useEnumOptions('partyKind'),
    partyStatus: useEnumOptions('partyStatus'),
    membership: useEnumOptions('membership'),
    patentKind: useEnumOptions('patentKind'),
    patentStatus: useEnumOptions('patentStatus'),
    niceClass: useNiceOptions(),
    trademarkStatus: useEnumOptions('trademarkStatus'),
  };
}

/** What is counted, by what it is cut, on which day, and what narrows it. */
export function Question({ state }: { state: InventoryState }) {
  const { t } = useTranslation('inventory');
  const options = useFilterOptions();
  const cuts = cutsOf[state.measure].map((cut) => ({ value: cut, label: t(`cut.${cut}`) }));
  return (
    <div className="question panel">
      <div className="question-line">
        <div className="ask">
          <span>{t('count')}</span>
          <Select<Measure>
            value={state.measure}
            onChange={state.setMeasure}
            options={measures.map((measure) => ({ value: measure, label: t(`measure.${measure}`) }))}
            popupMatchSelectWidth={false}
            aria-label={t('count')}
          />
        </div>
        <div className="ask">
          <span>{t('byRows')}</span>
          <Select<Cut>
            value={state.rows}
            onChange={(rows) =>
              state.list.set({
                rows,
                columns: rows === state.columns ? undefined : state.columns,
                cell: undefined,
                order: undefined,
              })
            }
            options={cuts}
            popupMatchSelectWidth={false}
            aria-label={t('byRows')}
          />
        </div>
        <div className="ask">
          <span>{t('byColumns')}</span>
          <Select<Cut | ''>
            value={state.columns ?? ''}
            onChange={(columns) => state.list.set({ columns: columns || undefined, cell: undefined, order: undefined })}
            options={[{ value: '' as const, label: t('noColumns') }, ...cuts.filter((cut) => cut.value !== state.rows)]}
            popupMatchSelectWidth={false}
            aria-label={t('byColumns')}
          />
        </div>
        <AsOfPicker asOf={state.asOf} onChange={(asOf) => state.list.set({ asOf })} />
      </div>
      <FilterBar
        state={{ ...state.list, isFiltered: filtersOf(state.measure).some((name) => state.list.filters[name]) }}
      >
        {filtersOf(state.measure).map((name) => (
          <ChoiceFilter key={name} state={state.list} name={name} label={t(`filter.${name}`)} options={options[name]} />
        ))}
      </FilterBar>
    </div>
  );
}
