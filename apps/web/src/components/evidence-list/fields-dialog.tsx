import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../error-box.tsx';
import { Field } from '../field.tsx';
import { DayInput } from './day-input.tsx';

export interface DialogField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'area' | 'date' | 'moment' | 'number' | 'choice';
  readonly value?: string;
  readonly help?: string;
  readonly needed?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export type DialogValues = Readonly<Record<string, string>>;

interface Props {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly fields: readonly DialogField[];
  readonly ok: string;
  readonly danger?: boolean;
  readonly save: (values: DialogValues) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

type Ids = { readonly id: string; readonly 'aria-invalid': boolean };

function Control({
  field,
  value,
  ids,
  onChange,
}: {
  field: DialogField;
  value: string;
  ids: Ids;
  onChange: (text: string) => void;
}) {
  if (field.type === 'area')
    return (
      <Input.TextArea {...ids} rows={3} maxLength={500} value={value} onChange={(e) => onChange(e.target.value)} />
    );
  if (field.type === 'choice')
    return (
      <Select
        {...ids}
        value={value || undefined}
        options={[...(field.options ?? [])]}
        popupMatchSelectWidth={false}
        onChange={(next: string) => onChange(next)}
      />
    );
  if (field.type === 'number')
    return (
      <InputNumber
        {...ids}
        value={value === '' ? null : Number(value)}
        min={0}
        style={{ width: '100%' }}
        onChange={(next) => onChange(next === null ? '' : String(next))}
      />
    );
  if (field.type === 'date' || field.type === 'moment')
    return <DayInput {...ids} value={value} withTime={field.type === 'moment'} onChange={onChange} />;
  return <Input {...ids} maxLength={200} value={value} onChange={(e) => onChange(e.target.value)} />;
}

/** What `datetime-local` holds, as a moment of China's time. */
export const momentOf = (text: string): string => `${text.length === 16 ? `${text}:00` : text}+08:00`;

/** A small form in a dialog; what was typed stays when the server refuses. */
export function FieldsDialog({ title, intro, fields, ok, danger, save, onDone, onClose }: Props) {
  const { t } = useTranslation('common');
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, field.value ?? ''])),
  );
  const sending = useMutation({ mutationFn: () => save(values), onSuccess: onDone });
  const missing = fields.some((field) => field.needed !== false && (values[field.name] ?? '').trim() === '');
  return (
    <Modal open onCancel={onClose} title={title} footer={null} width={520} destroyOnHidden>
      {intro}
      {fields.map((field) => (
        <Field key={field.name} label={field.label} {...(field.help === undefined ? {} : { help: field.help })}>
          {(ids) => (
            <Control
              field={field}
              value={values[field.name] ?? ''}
              ids={ids}
              onChange={(text) => setValues((before) => ({ ...before, [field.name]: text }))}
            />
          )}
        </Field>
      ))}
      {sending.error && <ErrorBox error={sending.error} />}
      <div className="row evidence-foot">
        <Button
          type="primary"
          danger={danger === true}
          disabled={missing}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {ok}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Modal>
  );
}
