import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { chapters } from '../../config/navigation.ts';
import type { StepProps } from './step-rules.tsx';

const clauses = [...new Set(chapters.flatMap((chapter) => chapter.items.map((item) => item.clause)))]
  .filter((clause): clause is string => clause !== undefined && clause !== 'I')
  .sort();
const dayOf = (date: dayjs.Dayjs | null) => (date?.isValid() ? date.format('YYYY-MM-DD') : '');

function PeriodRow({ draft, set, preview }: Pick<StepProps, 'draft' | 'set' | 'preview'>) {
  const { t } = useTranslation('campaigns');
  const wrongOrder = draft.from !== '' && draft.to !== '' && draft.to < draft.from;
  return (
    <div className="field-row">
      <Field label={t('field.from')}>
        {(ids) => (
          <DatePicker
            {...ids}
            value={draft.from ? dayjs(draft.from) : null}
            onChange={(day) => set({ from: dayOf(day) })}
          />
        )}
      </Field>
      <Field label={t('field.to')} error={wrongOrder ? t('wizard.missing.periodOrder') : undefined}>
        {(ids) => (
          <DatePicker {...ids} value={draft.to ? dayjs(draft.to) : null} onChange={(day) => set({ to: dayOf(day) })} />
        )}
      </Field>
      <Field
        label={t('field.goal')}
        help={preview ? t('field.goalHelp', { total: preview.total }) : t('field.goalNote')}
      >
        {(ids) => (
          <InputNumber
            {...ids}
            value={draft.goal}
            min={0}
            precision={0}
            onChange={(goal) => set({ goal })}
            style={{ width: 140 }}
          />
        )}
      </Field>
    </div>
  );
}

/** Name, clause of the plan, period, goal, and who is given the targets. */
export function StepPeriod({ draft, set, preview }: StepProps) {
  const { t } = useTranslation(['campaigns', 'clauses']);
  return (
    <>
      <h2>{t('wizard.period.title')}</h2>
      <Field label={t('field.title')} error={draft.title.trim().length < 2 ? t('wizard.missing.title') : undefined}>
        {(ids) => (
          <Input {...ids} value={draft.title} maxLength={80} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field label={t('field.clause')} error={draft.clause === '' ? t('wizard.missing.clause') : undefined}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.clause || undefined}
            onChange={(clause) => set({ clause })}
            options={clauses.map((clause) => ({
              value: clause,
              label: `${clause} ${t(`clauses:clause.${clause.replace('.', '-')}.title`)}`,
            }))}
          />
        )}
      </Field>
      <Field label={t('field.purpose')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={draft.purpose}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => set({ purpose: event.target.value })}
          />
        )}
      </Field>
      <PeriodRow draft={draft} set={set} preview={preview} />
      <fieldset className="plain-fieldset">
        <legend>{t('field.assignment')}</legend>
        <Radio.Group
          value={draft.assignment}
          onChange={(event) => set({ assignment: event.target.value as 'town' | 'none' })}
          options={[
            { value: 'town', label: t('assignment.town') },
            { value: 'none', label: t('assignment.none') },
          ]}
        />
        <p className="muted">{t(`assignment.${draft.assignment}Text`)}</p>
      </fieldset>
    </>
  );
}
