import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

export interface FoundParty {
  readonly id: string;
  readonly name: string;
}

interface PartyPickerProps {
  readonly id?: string;
  readonly value: FoundParty | undefined;
  readonly onChange: (party: FoundParty | undefined) => void;
  readonly disabled?: boolean;
  readonly label?: string;
}

/** Finds a party of the register by name, code or initials. */
export function PartyPicker({ id, value, onChange, disabled, label }: PartyPickerProps) {
  const { t } = useTranslation('projects');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['parties', 'project-picker', q],
    queryFn: ({ signal }) => api.listParties({ query: { q, pageSize: 12 } }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((party) => ({
    value: party.id,
    label: party.name,
    note: [party.uscc, party.town].filter(Boolean).join(' · '),
  }));
  if (value && !options.some((option) => option.value === value.id))
    options.unshift({ value: value.id, label: value.name, note: '' });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="party-picker"
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      disabled={disabled}
      loading={found.isFetching}
      value={value?.id}
      placeholder={t('form.findParty')}
      aria-label={label}
      notFoundContent={q === '' ? t('form.findHint') : t('form.notFound')}
      options={options}
      optionRender={(option) => (
        <span>
          {option.label}
          {option.data.note && <small className="muted"> {option.data.note}</small>}
        </span>
      )}
      onChange={(chosen: string | undefined) => {
        const option = options.find((one) => one.value === chosen);
        onChange(option === undefined ? undefined : { id: option.value, name: option.label });
      }}
    />
  );
}
