import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

/** Records of the system a step of a chain may point at. */
export type RefKind = 'case' | 'hand-over' | 'complaint' | 'aid' | 'cross-region' | 'evidence';

export interface Ref {
  readonly id: string;
  readonly label: string;
  readonly on: string | null;
  /** Case in which an item of evidence is read. */
  readonly fileId?: string;
}

interface Asked {
  readonly q: string;
  readonly pageSize: number;
}
const SHOWN = 20;
const DAY = 10;

const FIND: Readonly<
  Record<Exclude<RefKind, 'evidence'>, (query: Asked, signal: AbortSignal) => Promise<readonly Ref[]>>
> = {
  case: async (query, signal) =>
    (await api.listCases({ query }, signal)).items.map((one) => ({
      id: one.id,
      label: `${one.number} ${one.title}`,
      on: one.receivedOn,
    })),
  'hand-over': async (query, signal) =>
    (await api.listHandOvers({ query }, signal)).items.map((one) => ({
      id: one.id,
      label: `${one.documentNo ?? one.number} ${one.title}`,
      on: one.sentOn,
    })),
  complaint: async (query, signal) =>
    (await api.listComplaintMatters({ query }, signal)).items.map((one) => ({
      id: one.id,
      label: `${one.number} ${one.title}`,
      on: one.receivedOn,
    })),
  aid: async (query, signal) =>
    (await api.listAidRequests({ query }, signal)).items.map((one) => ({
      id: one.fileId,
      label: `${one.number} ${one.title}`,
      on: one.receivedOn,
    })),
  'cross-region': async (query, signal) =>
    (await api.listCrossRegions({ query }, signal)).items.map((one) => ({
      id: one.fileId,
      label: `${one.number} ${one.title}`,
      on: one.sentOn ?? one.receivedOn,
    })),
};

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly find: (query: Asked, signal: AbortSignal) => Promise<readonly Ref[]>;
  readonly onChange: (ref: Ref) => void;
}

/** One record, found by its words. */
function Choice({ id, label, name, find, onChange }: ChoiceProps) {
  const { i18n } = useTranslation();
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['chain-ref', name, q, i18n.language],
    queryFn: ({ signal }) => find({ q, pageSize: SHOWN }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      aria-label={label}
      placeholder={label}
      options={(found.data ?? []).map((one) => ({ value: one.id, label: one.label }))}
      onChange={(value: string) => {
        const chosen = found.data?.find((one) => one.id === value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

/** A record of the system that tells its own steps; evidence is looked for in a case. */
export function RefChoice({ id, kind, onChange }: { id: string; kind: RefKind; onChange: (ref: Ref) => void }) {
  const { t } = useTranslation('coordination');
  const [from, setFrom] = useState<string>();
  if (kind !== 'evidence')
    return <Choice id={id} label={t('item.ref')} name={kind} find={FIND[kind]} onChange={onChange} />;
  return (
    <div className="chain-ref">
      <Choice id={id} label={t('item.fromCase')} name="case" find={FIND.case} onChange={(one) => setFrom(one.id)} />
      {from && (
        <Choice
          key={from}
          id={`${id}-item`}
          label={t('item.evidence')}
          name={`evidence-${from}`}
          find={async (query, signal) =>
            (await api.listEvidence({ params: { id: from }, query }, signal)).items.map((one) => ({
              id: one.id,
              label: one.title,
              on: (one.capturedAt ?? one.receivedAt).slice(0, DAY),
              fileId: from,
            }))
          }
          onChange={onChange}
        />
      )}
    </div>
  );
}
