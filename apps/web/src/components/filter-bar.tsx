import { CloseOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../lib/list-state.ts';
import './filter-bar.css';

/** The row of conditions above a list. Each condition writes into the address. */
export function FilterBar({ state, children }: { state: ListState; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <search className="filter-bar no-print" aria-label={t('filter.label')}>
      {children}
      {state.isFiltered && (
        <Button type="text" size="middle" icon={<CloseOutlined aria-hidden="true" />} onClick={state.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

interface FieldProps {
  readonly state: ListState;
  readonly name: string;
  readonly label: string;
}

/** Free text; applied when typing pauses or Enter is pressed. */
export function TextFilter({ state, name, label, width = 240 }: FieldProps & { width?: number }) {
  const given = state.filters[name] ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  const set = state.set;
  useEffect(() => {
    if (text === given) return;
    const timer = setTimeout(() => set({ [name]: text.trim() || undefined }), 350);
    return () => clearTimeout(timer);
  }, [text, given, name, set]);
  return (
    <Input
      className="filter-text"
      style={{ width }}
      value={text}
      allowClear
      maxLength={100}
      placeholder={label}
      aria-label={label}
      prefix={<SearchOutlined className="muted" aria-hidden="true" />}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => set({ [name]: text.trim() || undefined })}
    />
  );
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** One or several of a list of choices. */
export function ChoiceFilter({
  state,
  name,
  label,
  options,
  single,
}: FieldProps & { options: readonly FilterOption[]; single?: boolean }) {
  const value = state.filters[name]?.split(',');
  return (
    <Select
      className="filter-choice"
      mode={single ? undefined : 'multiple'}
      value={single ? value?.[0] : (value ?? [])}
      onChange={(next: string | string[] | undefined) =>
        state.set({ [name]: Array.isArray(next) ? next.join(',') || undefined : next })
      }
      options={[...options]}
      placeholder={label}
      aria-label={label}
      allowClear
      maxTagCount={1}
      maxTagTextLength={8}
      popupMatchSelectWidth={false}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
    />
  );
}

/** Yes, no or either. */
export function FlagFilter({ state, name, label, yes, no }: FieldProps & { yes?: string; no?: string }) {
  const { t } = useTranslation();
  const options = [
    { value: 'true', label: yes ?? `${t('filter.with')} ${label}` },
    { value: 'false', label: no ?? `${t('filter.without')} ${label}` },
  ];
  return <ChoiceFilter state={state} name={name} label={label} options={options} single />;
}

/** One date, YYYY-MM-DD. */
export function DateFilter({ state, name, label }: FieldProps) {
  const value = state.filters[name];
  return (
    <DatePicker
      className="filter-date"
      value={value ? dayjs(value) : null}
      onChange={(day) => state.set({ [name]: day?.isValid() ? day.format('YYYY-MM-DD') : undefined })}
      placeholder={label}
      aria-label={label}
    />
  );
}
