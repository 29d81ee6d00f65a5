import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { associationKeys, KEY } from './association-query.ts';

export type Values = Readonly<Record<string, string>>;

export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'long' | 'date' | 'choice' | 'agency';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of an agency: members alone, or those who are none. */
  readonly members?: boolean;
  readonly initial?: string;
  readonly optional?: boolean;
  readonly least?: number;
}

interface AgencyPickerProps {
  readonly id: string;
  readonly members: boolean | undefined;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

function AgencyPicker({ id, members, value, onChange }: AgencyPickerProps) {
  const { t } = useTranslation('association');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 250);
  const found = useQuery({
    queryKey: [KEY, 'choices', q, members],
    queryFn: ({ signal }) =>
      api.listAgencyChoices(
        { query: { q, ...(members === undefined ? {} : { members: members ? 'true' : 'false' }) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      loading={found.isFetching}
      placeholder={t('act.findAgency')}
      options={(found.data?.items ?? []).map((one) => ({
        value: one.id,
        label: [one.name, one.code].filter(Boolean).join(' · '),
      }))}
      onChange={onChange}
    />
  );
}

interface ControlProps {
  readonly field: ActField;
  readonly ids: { id: string };
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Control({ field, ids, value, onChange }: ControlProps) {
  if (field.type === 'agency')
    return <AgencyPicker id={ids.id} members={field.members} value={value} onChange={onChange} />;
  if (field.type === 'choice')
    return (
      <Select
        {...ids}
        style={{ width: '100%' }}
        value={value}
        options={[...(field.options ?? [])]}
        onChange={onChange}
      />
    );
  if (field.type === 'date')
    return (
      <DatePicker
        {...ids}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChange(day === null ? '' : day.format('YYYY-MM-DD'))}
      />
    );
  if (field.type === 'long')
    return <Input.TextArea {...ids} rows={5} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />;
  return <Input {...ids} value={value ?? ''} maxLength={120} onChange={(event) => onChange(event.target.value)} />;
}

interface ActDialogProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly fields: readonly ActField[];
  readonly ok: string;
  readonly danger?: boolean;
  readonly run: (values: Values) => Promise<unknown>;
  readonly onDone?: (answer: unknown) => void;
  readonly onClose: () => void;
}

/** One act of the association: its few fields, said plainly, and what refuses it. */
export function ActDialog({ title, note, fields, ok, danger, run, onDone, onClose }: ActDialogProps) {
  const { t } = useTranslation(['association', 'common']);
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]]))),
  );
  const missing = fields.some(
    ({ name, optional, least = 1 }) => !optional && (values[name] ?? '').trim().length < least,
  );
  const save = useMutation({
    mutationFn: () => run(values),
    onSuccess: async (answer) => {
      for (const queryKey of associationKeys) await queries.invalidateQueries({ queryKey });
      onDone?.(answer);
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={title} footer={null} width={560}>
      {note && <div className="soft act-note">{note}</div>}
      {fields.map((field) => (
        <Field key={field.name} label={field.label}>
          {(ids) => (
            <Control
              field={field}
              ids={ids}
              value={values[field.name]}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          )}
        </Field>
      ))}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          danger={danger === true}
          disabled={missing}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {ok}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
