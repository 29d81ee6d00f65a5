import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.ts';
import type { FieldSpec, FormValue } from './schema-fields.ts';

export interface ControlProps {
  readonly field: FieldSpec;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  /** Of the control: id, and what describes it. */
  readonly names: Readonly<Record<string, string | boolean | undefined>>;
}

function NumberControl({ field, value, onChange, names }: ControlProps) {
  const { t } = useTranslation('procedures');
  const money = field.kind === 'money';
  return (
    <InputNumber<string | number>
      {...names}
      className="field-number"
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(next === null ? undefined : Number(next))}
      {...(field.min === undefined ? {} : { min: field.min })}
      {...(field.max === undefined ? {} : { max: field.max })}
      {...(money ? { precision: 2, suffix: t('yuan') } : field.whole ? { precision: 0 } : {})}
      controls={false}
      inputMode={field.whole ? 'numeric' : 'decimal'}
      formatter={(text, { userTyping, input }) =>
        userTyping ? input : `${text ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
      }
      // As text: an empty field stays empty, it is not nought.
      parser={(text) => (text ?? '').replaceAll(',', '')}
    />
  );
}

function ChoiceControl({ field, value, onChange, names }: ControlProps) {
  const words = useFieldWords();
  const many = field.kind === 'choices';
  return (
    <Select
      {...names}
      mode={many ? 'multiple' : undefined}
      value={many ? ((value as readonly string[] | undefined) ?? []) : value}
      onChange={(next) => onChange(next as FormValue)}
      allowClear={!field.required}
      options={field.choices.map((one) => ({ value: one.value, label: words.choice(field, one.value) }))}
    />
  );
}

function LongText({ field, value, onChange, names }: ControlProps) {
  const lines = field.kind === 'lines';
  const text = lines ? ((value as readonly string[] | undefined) ?? []).join('\n') : ((value as string) ?? '');
  return (
    <Input.TextArea
      {...names}
      value={text}
      maxLength={lines ? 4000 : (field.maxLength ?? 2000)}
      autoSize={{ minRows: lines ? 3 : 2, maxRows: 8 }}
      onChange={(event) => onChange(lines ? event.target.value.split('\n') : event.target.value)}
    />
  );
}

/** The control a field is filled in with. */
export function FieldControl(props: ControlProps) {
  const { field, value, onChange, names } = props;
  const words = useFieldWords();
  switch (field.kind) {
    case 'boolean':
      return (
        <Checkbox {...names} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {words.label(field)}
        </Checkbox>
      );
    case 'money':
    case 'number':
      return <NumberControl {...props} />;
    case 'choice':
    case 'choices':
      return <ChoiceControl {...props} />;
    case 'date':
      return (
        <DatePicker
          {...names}
          value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
          onChange={(day) => onChange(day?.isValid() ? day.format('YYYY-MM-DD') : undefined)}
        />
      );
    case 'long-text':
    case 'lines':
      return <LongText {...props} />;
    default:
      return (
        <Input
          {...names}
          value={(value as string | undefined) ?? ''}
          maxLength={field.maxLength ?? 200}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
