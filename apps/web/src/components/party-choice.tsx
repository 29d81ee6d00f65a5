import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';

const SETTLE_MS = 250;
const SHOWN = 20;

interface PartyChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  readonly label: string;
}

/** One enterprise, found by name, former name or code; what is chosen keeps its name after a reload. */
export function PartyChoice({ value, onChange, label }: PartyChoiceProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['party-choice', settled, i18n.language],
    queryFn: ({ signal }) => api.listParties({ query: { q: settled, pageSize: SHOWN } }, signal),
    enabled: settled !== '',
  });
  const chosen = useQuery({
    queryKey: ['party', value, '', i18n.language],
    queryFn: ({ signal }) => api.getParty({ params: { id: value ?? '' }, query: {} }, signal),
    enabled: value !== undefined,
  });
  const options = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: [one.name, one.town, one.uscc].filter(Boolean).join(' · '),
  }));
  if (value && !options.some((one) => one.value === value))
    options.unshift({ value, label: chosen.data?.name ?? value });
  return (
    <Select
      className="party-choice"
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={label}
      aria-label={label}
      loading={found.isFetching}
      notFoundContent={t(settled === '' ? 'party.type' : found.isFetching ? 'party.searching' : 'party.none')}
      options={options}
      popupMatchSelectWidth={false}
    />
  );
}
