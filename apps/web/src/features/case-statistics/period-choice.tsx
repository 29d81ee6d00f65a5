import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import type { Form } from './statistics-query.ts';

const YEARS_BACK = 6;
const QUARTERS = [1, 2, 3, 4];
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Year, quarter or month; which day of a case counts; which body. */
export function PeriodChoice({ state, form }: { state: ListState; form: Form }) {
  const { t } = useTranslation('case-statistics');
  const { filters } = state;
  const now = Number(today().slice(0, 4));
  const year = filters.year ?? form.from.slice(0, 4);
  const part =
    filters.month !== undefined
      ? `m${filters.month}`
      : filters.quarter !== undefined
        ? `q${filters.quarter}`
        : filters.year === undefined && filters.from === undefined
          ? `q${Math.ceil(Number(form.from.slice(5, 7)) / 3)}`
          : 'y';
  const choose = (value: string) =>
    state.set({
      year,
      from: undefined,
      to: undefined,
      quarter: value.startsWith('q') ? value.slice(1) : undefined,
      month: value.startsWith('m') ? value.slice(1) : undefined,
    });
  return (
    <div className="statistics-choice">
      <Select
        aria-label={t('year')}
        value={year}
        options={Array.from({ length: YEARS_BACK }, (_, at) => String(now - at)).map((value) => ({
          value,
          label: t('yearOf', { year: value }),
        }))}
        onChange={(value: string) =>
          state.set({
            year: value,
            from: undefined,
            to: undefined,
            quarter: part.startsWith('q') ? part.slice(1) : undefined,
            month: part.startsWith('m') ? part.slice(1) : undefined,
          })
        }
      />
      <Select
        aria-label={t('part')}
        value={part}
        style={{ minWidth: 130 }}
        options={[
          { value: 'y', label: t('wholeYear') },
          { label: t('quarters'), options: QUARTERS.map((n) => ({ value: `q${n}`, label: t('quarter', { n }) })) },
          { label: t('months'), options: MONTHS.map((n) => ({ value: `m${n}`, label: t('month', { n }) })) },
        ]}
        onChange={choose}
      />
      <Select
        aria-label={t('by')}
        value={filters.by ?? 'decided'}
        style={{ minWidth: 180 }}
        options={['decided', 'filed', 'closed'].map((value) => ({ value, label: t(`byDay.${value}`) }))}
        onChange={(value: string) => state.set({ by: value === 'decided' ? undefined : value })}
      />
      <Select
        aria-label={t('organisation')}
        value={filters.organisation ?? ''}
        style={{ minWidth: 200 }}
        options={[
          { value: '', label: t('whole') },
          ...form.organisations.map((one) => ({ value: one.code, label: one.label })),
        ]}
        onChange={(value: string) => state.set({ organisation: value || undefined })}
      />
    </div>
  );
}
