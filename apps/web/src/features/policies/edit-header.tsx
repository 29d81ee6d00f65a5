import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { DayInput, YuanInput } from './inputs.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';

function Windows({ editor }: { editor: PolicyEditor }) {
  const { t } = useTranslation('policies');
  const { windows } = editor.document;
  const write = (at: number, part: Partial<(typeof windows)[number]>) =>
    editor.write({ windows: windows.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="edit-list" id="edit-windows">
      <legend>{t('terms.windows')}</legend>
      {windows.map((window, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: windows have no name of their own
        <div key={at} className="row">
          <DayInput
            aria-label={t('edit.windowFrom', { n: at + 1 })}
            value={window.from}
            onChange={(from) => write(at, { from })}
          />
          <span>–</span>
          <DayInput
            aria-label={t('edit.windowTo', { n: at + 1 })}
            value={window.to}
            onChange={(to) => write(at, { to })}
          />
          {windows.length > 1 && (
            <button
              type="button"
              className="link"
              onClick={() => editor.write({ windows: windows.filter((_, index) => index !== at) })}
            >
              {t('edit.remove')}
            </button>
          )}
          {editor.errorAt(`windows.${at}`) && <span className="late">{editor.errorAt(`windows.${at}`)}</span>}
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          editor.write({
            windows: [...windows, { from: editor.document.effectiveFrom, to: editor.document.effectiveFrom }],
          })
        }
      >
        {t('edit.addWindow')}
      </Button>
    </fieldset>
  );
}

function Money({ editor }: { editor: PolicyEditor }) {
  const { t } = useTranslation('policies');
  const { document, write } = editor;
  return (
    <div className="edit-grid">
      <Field label={t('edit.subjectYearCap')}>
        {({ id }) => (
          <YuanInput
            id={id}
            value={document.subjectYearCapFen}
            placeholder={t('edit.noCap')}
            onChange={(subjectYearCapFen) => write({ subjectYearCapFen })}
          />
        )}
      </Field>
      <Field label={t('edit.yearBudget')} error={editor.errorAt('budgetFen')}>
        {({ id }) => (
          <YuanInput
            id={id}
            value={document.budgetFen}
            placeholder={t('edit.noBudget')}
            onChange={(budgetFen) => write({ budgetFen })}
          />
        )}
      </Field>
      <Field label={t('edit.overBudget')}>
        {({ id }) => (
          <Select
            id={id}
            value={document.overBudget}
            onChange={(overBudget) => write({ overBudget })}
            options={(['queue', 'pro-rata'] as const).map((value) => ({ value, label: t(`edit.over.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('edit.rounding')}>
        {({ id }) => (
          <Select
            id={id}
            value={document.rounding}
            onChange={(rounding) => write({ rounding })}
            options={(['yuan-down', 'fen'] as const).map((value) => ({ value, label: t(`edit.round.${value}`) }))}
          />
        )}
      </Field>
    </div>
  );
}

/** Title, number, period, filing windows and money of the policy as a whole. */
export function EditHeader({ editor }: { editor: PolicyEditor }) {
  const { t } = useTranslation('policies');
  const { document, write, errorAt } = editor;
  const text = (key: 'title' | 'issuer' | 'fund') => (
    <Field label={t(`field.${key}`)} error={errorAt(key)}>
      {(ids) => (
        <Input
          {...ids}
          value={document[key]}
          maxLength={120}
          onChange={(event) => write({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Section title={t('edit.header')}>
      {text('title')}
      <div className="edit-grid">
        <Field label={t('field.docNo')}>
          {(ids) => (
            <Input
              {...ids}
              value={document.docNo ?? ''}
              maxLength={80}
              onChange={(event) => write({ docNo: event.target.value || null })}
            />
          )}
        </Field>
        {text('issuer')}
        {text('fund')}
        <Field label={t('field.year')} error={errorAt('year')}>
          {({ id }) => (
            <InputNumber
              id={id}
              className="edit-number"
              value={document.year}
              controls={false}
              onChange={(year) => write({ year: year ?? document.year })}
            />
          )}
        </Field>
        <Field label={t('field.effectiveFrom')} error={errorAt('effectiveFrom')}>
          {({ id }) => (
            <DayInput id={id} value={document.effectiveFrom} onChange={(effectiveFrom) => write({ effectiveFrom })} />
          )}
        </Field>
        <Field label={t('field.effectiveTo')} help={t('edit.openEnd')}>
          {({ id }) => (
            <DayInput id={id} value={document.effectiveTo} onChange={(day) => write({ effectiveTo: day || null })} />
          )}
        </Field>
      </div>
      <Windows editor={editor} />
      <Money editor={editor} />
      <Field label={t('field.note')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={document.note ?? ''}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => write({ note: event.target.value || null })}
          />
        )}
      </Field>
      <Checkbox checked={document.example} onChange={(event) => write({ example: event.target.checked })}>
        {t('field.example')}
      </Checkbox>
    </Section>
  );
}
