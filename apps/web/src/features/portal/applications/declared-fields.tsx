import type { RouteOutput, routes } from '@jince/contract';
import { Checkbox, DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.tsx';
import { isDeclaredMoney } from '../../../lib/declared-money.ts';

type Spec = RouteOutput<typeof routes.listClaimableItems>['items'][number]['fields'][number];
export type Declared = Record<string, string | number | boolean | null>;

/** Whether everything an item asks for is stated. */
export const isComplete = (fields: readonly Spec[], values: Declared): boolean =>
  fields.every((field) => {
    const value = values[field.path];
    return value !== undefined && value !== null && value !== '';
  });

interface ControlProps {
  readonly field: Spec;
  readonly value: Declared[string] | undefined;
  readonly onChange: (value: Declared[string]) => void;
  readonly names: { id: string };
}

function Control({ field, value, onChange, names }: ControlProps) {
  const { t } = useTranslation('portal');
  switch (field.type) {
    case 'bool':
      return (
        <Checkbox {...names} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {t('yes')}
        </Checkbox>
      );
    case 'date':
      return (
        <DatePicker
          {...names}
          value={typeof value === 'string' && value !== '' ? dayjs(value) : null}
          onChange={(day) => onChange(day?.isValid() ? day.format('YYYY-MM-DD') : null)}
        />
      );
    case 'number': {
      // Money is typed in yuan and kept in whole fen.
      const money = isDeclaredMoney(field);
      return (
        <InputNumber<number>
          {...names}
          controls={false}
          min={0}
          precision={money ? 2 : 4}
          suffix={money ? t('yuan') : (field.unit ?? undefined)}
          value={typeof value === 'number' ? (money ? value / 100 : value) : null}
          onChange={(next) => onChange(next === null ? null : money ? Math.round(next * 100) : next)}
        />
      );
    }
    default:
      return (
        <Input
          {...names}
          value={typeof value === 'string' ? value : ''}
          maxLength={400}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

interface DeclaredFieldsProps {
  readonly fields: readonly Spec[];
  readonly values: Declared;
  readonly onChange: (values: Declared) => void;
}

/** What an applicant states because no register knows it. */
export function DeclaredFields({ fields, values, onChange }: DeclaredFieldsProps) {
  return (
    <div className="own-declared">
      {fields.map((field) => (
        <Field key={field.path} label={field.label}>
          {(names) => (
            <Control
              field={field}
              names={names}
              value={values[field.path]}
              onChange={(value) => onChange({ ...values, [field.path]: value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
