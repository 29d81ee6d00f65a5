import type { MarkLife } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';

/** Marks offered at once; others are found by typing. */
const OFFERED = 100;
/** What one piece of evidence may stand for at most, as the register takes it: a mark in each class. */
const MOST = 45;

interface Choice {
  readonly value: string;
  readonly label: string;
}
interface Props {
  readonly life: MarkLife;
  readonly partyId: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Which of one's marks a piece of evidence proves the use of; the mark of the page to begin with. */
export function ChooseMarks({ life, partyId, chosen, onChange }: Props) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const [q, setQ] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, Choice>>(new Map());
  const ask = (text: string) => ({
    queryKey: ['own-marks', 'choice', partyId, text, i18n.language],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.listTrademarks(
        { query: { party: partyId, q: text || undefined, status: 'registered,grace', pageSize: OFFERED } },
        signal,
      ),
  });
  const found = useQuery({ ...ask(q), placeholderData: keepPreviousData });
  const choiceOf = (mark: { id: string; name: string; registrationNo: string; niceClass: number }): Choice => ({
    value: mark.id,
    label: `${mark.name || t('figurative')} ${mark.registrationNo} ${t('labels:niceClass', { n: mark.niceClass })}`,
  });
  const own = choiceOf(life.mark);
  const offered = found.data?.items ?? [];
  const options = offered.map(choiceOf);
  const choices = [...new Map([own, ...known.values(), ...options].map((one) => [one.value, one])).values()];
  const sameName = offered.filter((mark) => mark.name === life.mark.name && !chosen.includes(mark.id));
  const pick = (ids: readonly string[]) => {
    const all = new Map(choices.map((one) => [one.value, one]));
    setKnown(new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as Choice]] : []))));
    onChange(ids.slice(0, MOST));
  };
  return (
    <Field label={t('use.marks')} help={t('use.marksHelp')}>
      {(ids) => (
        <>
          <Select
            {...ids}
            mode="multiple"
            value={[...chosen]}
            options={choices}
            filterOption={false}
            onSearch={setQ}
            maxCount={MOST}
            maxTagCount="responsive"
            loading={found.isFetching}
            onChange={pick}
          />
          {sameName.length > 0 && (
            <Button
              type="link"
              size="small"
              className="same-name"
              onClick={() => pick([...chosen, ...sameName.map((mark) => mark.id)])}
            >
              {t('use.sameName', { n: sameName.length })}
            </Button>
          )}
        </>
      )}
    </Field>
  );
}
