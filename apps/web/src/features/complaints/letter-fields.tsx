import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { today } from '../../lib/format.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { useComplaintForm } from './complaint-query.ts';
import type { LetterDraft } from './letter-form.ts';

interface Part {
  readonly draft: LetterDraft;
  readonly set: (patch: Partial<LetterDraft>) => void;
}
type TextKey = {
  [K in keyof LetterDraft]: LetterDraft[K] extends string ? (string extends LetterDraft[K] ? K : never) : never;
}[keyof LetterDraft];

/** One line of text of the draft. */
function Line({ draft, set, name, max = 200, help }: Part & { name: TextKey; max?: number; help?: string }) {
  const { t } = useTranslation('complaints');
  return (
    <Field label={t(`field.${name}`)} {...(help === undefined ? {} : { help })}>
      {(ids) => (
        <Input {...ids} value={draft[name]} maxLength={max} onChange={(event) => set({ [name]: event.target.value })} />
      )}
    </Field>
  );
}

/** What sort of letter, from where, and the day its clocks run from. */
export function WhenFields({ draft, set }: Part) {
  const { t } = useTranslation('complaints');
  return (
    <Section title={t('part.when')} note={t('part.whenNote')}>
      <div className="letter-grid">
        <Field label={t('field.sort')} help={t(`sortHelp.${draft.sort}`)}>
          {(ids) => (
            <Radio.Group
              {...ids}
              value={draft.sort}
              optionType="button"
              options={(['report', 'complaint', 'both'] as const).map((value) => ({
                value,
                label: t(`sort.${value}`),
              }))}
              onChange={(event) =>
                set({ sort: event.target.value, ...(event.target.value === 'report' ? {} : { anonymous: false }) })
              }
            />
          )}
        </Field>
        <Field label={t('field.source')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.source}
              style={{ width: '100%' }}
              options={(['desk', 'hand-over', 'watch', 'inspection'] as const).map((value) => ({
                value,
                label: t(`source.${value}`),
              }))}
              onChange={(source: LetterDraft['source']) => set({ source })}
            />
          )}
        </Field>
        <Field label={t('field.receivedOn')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              max={today()}
              value={draft.receivedOn}
              onChange={(event) => set({ receivedOn: event.target.value || today() })}
            />
          )}
        </Field>
        {draft.receivedOn !== today() && (
          <Line draft={draft} set={set} name="backDatedReason" help={t('backDatedHelp')} />
        )}
      </div>
    </Section>
  );
}

/** Who wrote; sealed when saved. */
export function PersonFields({ draft, set }: Part) {
  const { t } = useTranslation('complaints');
  return (
    <Section title={t('part.person')} note={t('part.personNote')}>
      <div className="letter-flags">
        <Checkbox
          checked={draft.anonymous}
          disabled={draft.sort !== 'report'}
          onChange={(event) => set({ anonymous: event.target.checked })}
        >
          {t('field.anonymous')}
        </Checkbox>
        {!draft.anonymous && (
          <Checkbox checked={draft.body} onChange={(event) => set({ body: event.target.checked })}>
            {t('field.body')}
          </Checkbox>
        )}
      </div>
      {!draft.anonymous && (
        <div className="letter-grid">
          <Line draft={draft} set={set} name="name" max={80} />
          <Line draft={draft} set={set} name="phone" max={40} />
          <Line draft={draft} set={set} name="email" max={120} />
          <Line draft={draft} set={set} name="personAddress" />
        </div>
      )}
    </Section>
  );
}

/** Whom it is about, and where that sits: the letter is routed by it. */
export function SubjectFields({ draft, set }: Part) {
  const { t } = useTranslation('complaints');
  const { towns } = usePlaceOptions();
  return (
    <Section title={t('part.subject')}>
      <div className="letter-grid">
        <Line draft={draft} set={set} name="subjectName" />
        <Line draft={draft} set={set} name="subjectUscc" max={18} />
        <Line draft={draft} set={set} name="address" max={300} help={t('addressHelp')} />
        <Field label={t('column.town')}>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              style={{ width: '100%' }}
              value={draft.townCode}
              options={towns}
              onChange={(value: string | undefined) => set({ townCode: value ?? null })}
            />
          )}
        </Field>
      </div>
      <div className="letter-flags">
        <Checkbox checked={draft.subjectNatural} onChange={(event) => set({ subjectNatural: event.target.checked })}>
          {t('field.subjectNatural')}
        </Checkbox>
        <Checkbox checked={draft.electronic} onChange={(event) => set({ electronic: event.target.checked })}>
          {t('field.electronic')}
        </Checkbox>
      </div>
    </Section>
  );
}

/** What it says: right, behaviour, facts, and for a complaint what is asked. */
export function WhatFields({ draft, set }: Part) {
  const { t } = useTranslation('complaints');
  const form = useComplaintForm();
  return (
    <Section title={t('part.what')}>
      <div className="letter-grid">
        <Field label={t('field.rightNumber')}>
          {(ids) => (
            <div className="letter-right">
              <Select
                aria-label={t('right')}
                value={draft.rightKind}
                options={(['trademark', 'patent', 'gi'] as const).map((value) => ({
                  value,
                  label: t(`rightKind.${value}`),
                }))}
                onChange={(rightKind: LetterDraft['rightKind']) => set({ rightKind })}
              />
              <Input
                {...ids}
                value={draft.rightNumber}
                maxLength={60}
                onChange={(event) => set({ rightNumber: event.target.value })}
              />
            </div>
          )}
        </Field>
        <Field label={t('behaviour')}>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              value={draft.behaviourRow}
              options={(form.data?.behaviours ?? []).map((one) => ({
                value: one.row,
                label: `${one.row} ${one.label}（${one.article}）`,
              }))}
              onChange={(value: number | undefined) => set({ behaviourRow: value ?? null })}
            />
          )}
        </Field>
      </div>
      <Line draft={draft} set={set} name="title" />
      <Field label={t('field.statement')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={8000}
            value={draft.statement}
            onChange={(event) => set({ statement: event.target.value })}
          />
        )}
      </Field>
      {draft.sort !== 'report' && <Line draft={draft} set={set} name="wish" max={2000} />}
    </Section>
  );
}
