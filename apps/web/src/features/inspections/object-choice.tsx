import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartyChoice } from '../../components/party-choice.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

export type ObjectKind = 'printer' | 'market' | 'agency' | 'party';

interface ObjectChoiceProps {
  readonly kind: ObjectKind;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

async function find(kind: ObjectKind, q: string, signal: AbortSignal) {
  const query = { q, pageSize: 20 };
  if (kind === 'printer') return (await api.listPrinters({ query }, signal)).items;
  if (kind === 'market')
    return (await api.listPledges({ query: { ...query, kind: 'market,block', inForce: 'true' } }, signal)).items;
  return (await api.listAgencies({ query }, signal)).items;
}

/** Something that can be inspected, found by name. */
export function ObjectChoice({ kind, value, onChange }: ObjectChoiceProps) {
  const { t } = useTranslation('inspections');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['inspection-objects', kind, q],
    queryFn: ({ signal }) => find(kind, q, signal),
    enabled: kind !== 'party',
  });
  if (kind === 'party') return <PartyChoice value={value} onChange={onChange} label={t('task.object')} />;
  return (
    <Select
      aria-label={t('task.object')}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      value={value}
      loading={found.isFetching}
      placeholder={t('task.find')}
      options={(found.data ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.town].filter(Boolean).join(' · '),
      }))}
      onChange={(id: string | undefined) => onChange(id)}
    />
  );
}
