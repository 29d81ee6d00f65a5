import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

export interface PartyDraft {
  readonly side: 'suspect' | 'holder' | 'third';
  readonly natural: boolean;
  readonly name: string;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly townCode: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  readonly partyId: string | null;
}

export const emptyParty = (side: PartyDraft['side'] = 'suspect'): PartyDraft => ({
  side,
  natural: false,
  name: '',
  uscc: null,
  address: null,
  townCode: null,
  phone: null,
  representative: null,
  partyId: null,
});

interface NameProps {
  readonly one: PartyDraft;
  readonly set: (patch: Partial<PartyDraft>) => void;
}

/** A name that is looked up in the register while it is typed; chosen there, code, address and town come with it. */
function NameInput({ one, set }: NameProps) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['case-parties', q],
    queryFn: ({ signal }) => api.findCaseParties({ query: { q } }, signal),
    enabled: q.length >= 2 && !one.natural,
  });
  const items = found.data?.items ?? [];
  return (
    <AutoComplete
      value={one.name}
      aria-label={t('party.name')}
      placeholder={t('party.name')}
      options={items.map(({ id, name, code }) => ({
        key: id,
        value: name,
        label: [name, code].filter(Boolean).join(' · '),
      }))}
      onChange={(name: string) => {
        setText(name);
        set({ name, partyId: null });
      }}
      onSelect={(name: string) => {
        const chosen = items.find((item) => item.name === name);
        if (chosen)
          set({ name, partyId: chosen.id, uscc: chosen.code, address: chosen.note, townCode: chosen.townCode });
      }}
    />
  );
}

interface PartyRowsProps {
  readonly value: readonly PartyDraft[];
  readonly onChange: (next: readonly PartyDraft[]) => void;
  readonly towns: readonly { code: string; label: string }[];
  /** All are suspects: no side to choose. */
  readonly suspectsOnly?: boolean;
}

/** Who takes part in a case, one after the other. */
export function PartyRows({ value, onChange, towns, suspectsOnly }: PartyRowsProps) {
  const { t } = useTranslation('cases');
  const set = (at: number) => (patch: Partial<PartyDraft>) =>
    onChange(value.map((one, n) => (n === at ? { ...one, ...patch } : one)));
  const input = (at: number, name: 'uscc' | 'address' | 'phone' | 'representative', max: number) => (
    <Input
      value={value[at]?.[name] ?? ''}
      maxLength={max}
      placeholder={t(`party.${name}`)}
      aria-label={t(`party.${name}`)}
      onChange={(event) => set(at)({ [name]: event.target.value || null })}
    />
  );
  return (
    <div className="edit-rows">
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
        <div key={at} className="edit-row party">
          {!suspectsOnly && (
            <Select
              value={one.side}
              aria-label={t('party.side')}
              options={(['suspect', 'holder', 'third'] as const).map((side) => ({
                value: side,
                label: t(`side.${side}`),
              }))}
              onChange={(side: PartyDraft['side']) => set(at)({ side })}
            />
          )}
          <NameInput one={one} set={set(at)} />
          <Checkbox checked={one.natural} onChange={(event) => set(at)({ natural: event.target.checked })}>
            {t('party.natural')}
          </Checkbox>
          {input(at, 'uscc', 18)}
          <Select
            value={one.townCode}
            allowClear
            placeholder={t('list.town')}
            aria-label={t('list.town')}
            options={towns.map(({ code, label }) => ({ value: code, label }))}
            onChange={(townCode?: string) => set(at)({ townCode: townCode ?? null })}
          />
          {input(at, 'address', 300)}
          {input(at, 'representative', 60)}
          {input(at, 'phone', 40)}
          <Button
            type="text"
            size="small"
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, n) => n !== at))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...value, emptyParty()])}>
        {t('party.add')}
      </Button>
    </div>
  );
}
