import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { usePlaceOptions } from '../../lib/options.ts';
import { Field } from '../field.tsx';
import type { AffairValue, FieldShape } from './affair-query.ts';

const KINDS = [
  'patent',
  'patent-branch',
  'trademark',
  'law-firm',
  'information',
  'valuation',
  'training',
  'operation',
  'consulting',
] as const;

interface ControlProps {
  readonly field: FieldShape;
  readonly value: AffairValue;
  readonly onChange: (value: AffairValue) => void;
  readonly problem?: string | undefined;
}

type Names = Parameters<Parameters<typeof Field>[0]['children']>[0];

const textOf = (value: AffairValue) => (typeof value === 'string' ? value : '');
const numberOf = (value: AffairValue) => (typeof value === 'number' ? value : null);

function Control({ field, value, onChange, names }: ControlProps & { names: Names }) {
  const { t } = useTranslation('agency-affairs');
  const { towns } = usePlaceOptions();
  switch (field.type) {
    case 'date':
      return (
        <DatePicker
          {...names}
          value={textOf(value) === '' ? null : dayjs(textOf(value))}
          onChange={(day) => onChange(day?.isValid() ? day.format('YYYY-MM-DD') : null)}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...names}
          min={0}
          precision={0}
          value={numberOf(value)}
          suffix={field.unit ?? undefined}
          onChange={(next) => onChange(next ?? null)}
        />
      );
    case 'money':
      return (
        <InputNumber
          {...names}
          min={0}
          precision={2}
          value={numberOf(value) === null ? null : (numberOf(value) as number) / 100}
          suffix={t('yuan')}
          onChange={(next) => onChange(next === null ? null : Math.round(next * 100))}
        />
      );
    case 'yes-no':
      return (
        <Radio.Group {...names} value={value} onChange={(event) => onChange(event.target.value as boolean)}>
          <Radio value={true}>{t('yes')}</Radio>
          <Radio value={false}>{t('no')}</Radio>
        </Radio.Group>
      );
    case 'kinds':
      return (
        <Checkbox.Group
          className="affair-kinds"
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next.map(String))}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      );
    case 'town':
      return (
        <Select
          {...names}
          value={textOf(value) || undefined}
          options={[...towns]}
          allowClear
          onChange={(next: string | undefined) => onChange(next ?? null)}
        />
      );
    case 'long':
      return (
        <Input.TextArea
          {...names}
          value={textOf(value)}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <Input {...names} value={textOf(value)} maxLength={500} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

/** One field of a form that the server describes. */
export function AffairControl(props: ControlProps) {
  const { t } = useTranslation('agency-affairs');
  const { field, problem } = props;
  const label = field.required ? field.label : `${field.label}${t('optional')}`;
  return (
    <Field label={label} {...(field.help === null ? {} : { help: field.help })} error={problem}>
      {(names) => <Control {...props} names={names} />}
    </Field>
  );
}
