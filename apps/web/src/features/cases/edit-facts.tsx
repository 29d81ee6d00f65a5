import type { CaseRecord, CaseRight } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Drawer, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { optionsQuery, useCaseChange } from './cases-query.ts';

const FLAGS = [
  'serviceMark',
  'wellKnown',
  'serious',
  'orderIgnored',
  'endangers',
  'priorPenalty',
  'firstOffence',
  'corrected',
  'noFault',
  'electronic',
  'foreign',
] as const;
const SUMS = ['gainFen', 'lossFen', 'recoveredFen', 'recoveredForeignFen'] as const;
const COUNTS = ['labels', 'unsoldLabels'] as const;
type Draft = Pick<CaseRecord, 'text' | 'acts' | 'circumstances'> & {
  readonly title: string;
  readonly row: number | null;
  readonly rights: readonly Omit<CaseRight, 'validOnAct'>[];
};

function Rights({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('cases');
  const set = (at: number, patch: Partial<Draft['rights'][number]>) =>
    change({ rights: draft.rights.map((one, n) => (n === at ? { ...one, ...patch } : one)) });
  return (
    <fieldset className="edit-rows">
      <legend>{t('rights.title')}</legend>
      {draft.rights.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
        <div key={at} className="edit-row rights">
          <Select
            value={one.kind}
            aria-label={t('rights.kind')}
            options={(['trademark', 'patent', 'gi'] as const).map((value) => ({
              value,
              label: t(`rightKind.${value}`),
            }))}
            onChange={(kind: CaseRight['kind']) => set(at, { kind })}
          />
          <Input
            value={one.number}
            maxLength={60}
            placeholder={t('rights.number')}
            aria-label={t('rights.number')}
            onChange={(e) => set(at, { number: e.target.value, name: null, class: null })}
          />
          <Input
            value={one.holder ?? ''}
            maxLength={200}
            placeholder={t('rights.holder')}
            aria-label={t('rights.holder')}
            onChange={(e) => set(at, { holder: e.target.value || null })}
          />
          <Button type="text" size="small" onClick={() => change({ rights: draft.rights.filter((_, n) => n !== at) })}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          change({
            rights: [...draft.rights, { kind: 'trademark', number: '', name: null, class: null, holder: null }],
          })
        }
      >
        {t('rights.add')}
      </Button>
    </fieldset>
  );
}

function Circumstances({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('cases');
  const set = (patch: Partial<Draft['circumstances']>) =>
    change({ circumstances: { ...draft.circumstances, ...patch } });
  return (
    <>
      <fieldset className="edit-flags">
        <legend>{t('overview.circumstances')}</legend>
        {FLAGS.map((name) => (
          <Checkbox key={name} checked={draft.circumstances[name]} onChange={(e) => set({ [name]: e.target.checked })}>
            {t(`flag.${name}`)}
          </Checkbox>
        ))}
      </fieldset>
      <div className="edit-grid">
        {SUMS.map((name) => (
          <Field key={name} label={`${t(`facts.${name.slice(0, -3)}`)}（${t('unit.yuan')}）`}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                precision={2}
                style={{ width: '100%' }}
                value={draft.circumstances[name] === null ? null : (draft.circumstances[name] as number) / 100}
                onChange={(value) =>
                  set({
                    [name]:
                      value === null ? (name === 'gainFen' || name === 'lossFen' ? null : 0) : Math.round(value * 100),
                  })
                }
              />
            )}
          </Field>
        ))}
        {COUNTS.map((name) => (
          <Field key={name} label={t(`facts.${name}`)}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                precision={0}
                style={{ width: '100%' }}
                value={draft.circumstances[name]}
                onChange={(value) => set({ [name]: value ?? 0 })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

function Acts({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('cases');
  const set = (patch: Partial<Draft['acts']>) => change({ acts: { ...draft.acts, ...patch } });
  return (
    <>
      <div className="edit-grid">
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} label={t(`facts.${name}`)} {...(name === 'to' ? { help: t('facts.toHelp') } : {})}>
            {(ids) => (
              <DatePicker
                {...ids}
                style={{ width: '100%' }}
                value={draft.acts[name] ? dayjs(draft.acts[name]) : null}
                onChange={(day) => set({ [name]: day === null ? null : day.format('YYYY-MM-DD') })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={t('overview.place')}>
        {(ids) => (
          <Input
            {...ids}
            value={draft.acts.place ?? ''}
            maxLength={300}
            onChange={(e) => set({ place: e.target.value || null })}
          />
        )}
      </Field>
      <Field label={t('overview.text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            value={draft.acts.text ?? ''}
            maxLength={8000}
            onChange={(e) => set({ text: e.target.value || null })}
          />
        )}
      </Field>
    </>
  );
}

/** What the case is about: behaviour, acts, rights and circumstances. Thresholds are read again with each change. */
export function EditFacts({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t, i18n } = useTranslation(['cases', 'common']);
  const options = useQuery(optionsQuery(i18n.language)).data;
  const { id } = record.card;
  const [draft, setDraft] = useState<Draft>({
    title: record.card.title,
    text: record.text,
    row: record.card.behaviourRow,
    acts: record.acts,
    rights: record.rights.map(({ validOnAct: _known, ...right }) => right),
    circumstances: record.circumstances,
  });
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const save = useCaseChange(
    id,
    () =>
      api.saveCaseFacts({
        params: { id },
        body: {
          revision: record.revision,
          title: draft.title.trim(),
          text: draft.text.trim(),
          behaviourRow: draft.row,
          acts: draft.acts,
          rights: draft.rights.filter((one) => one.number.trim() !== ''),
          circumstances: draft.circumstances,
        },
      }),
    onClose,
  );
  const chosen = options?.behaviours.find(({ row }) => row === draft.row);
  return (
    <Drawer open onClose={onClose} title={t('overview.edit')} size="large" maskClosable={false}>
      <Field label={t('facts.title')}>
        {(ids) => (
          <Input {...ids} value={draft.title} maxLength={200} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <Field label={t('list.behaviour')} {...(chosen?.article ? { help: chosen.article } : {})}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.row}
            options={(options?.behaviours ?? []).map(({ row, label }) => ({ value: row, label: `${row} ${label}` }))}
            onChange={(row?: number) => change({ row: row ?? null })}
          />
        )}
      </Field>
      <Field label={t('facts.text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            value={draft.text}
            maxLength={8000}
            onChange={(e) => change({ text: e.target.value })}
          />
        )}
      </Field>
      <Acts draft={draft} change={change} />
      <Rights draft={draft} change={change} />
      <Circumstances draft={draft} change={change} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
