import type { PublicRow } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Field } from '../../../components/field.tsx';
import { api } from '../../../lib/api.ts';
import type { PublicityList } from './publicity-query.ts';

const SHORTEST = 2;
const parts = ['name', 'matter', 'note'] as const;
const longest = { name: 200, matter: 300, note: 300 };

interface CorrectProps {
  readonly list: PublicityList;
  readonly row: PublicRow;
  readonly onClose: () => void;
}

/** Corrects a row that everyone has read: what stood there stays visible, with the reason and the day. */
export function CorrectDialog({ list, row, onClose }: CorrectProps) {
  const { t } = useTranslation(['publicity', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [values, setValues] = useState({ name: row.name, matter: row.matter, note: row.note });
  const [reason, setReason] = useState('');
  const changed = parts.filter((key) => values[key].trim() !== row[key]);
  const correct = useMutation({
    mutationFn: () =>
      api.correctPublicityRow({
        params: { id: list.id, no: row.no },
        body: { reason: reason.trim(), ...Object.fromEntries(changed.map((key) => [key, values[key].trim()])) },
      }),
    onSuccess: () => {
      message.success(t('correct.done'));
      void queries.invalidateQueries({ queryKey: ['publicity'] });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('correct.title', { no: row.no })} mask={{ closable: false }}>
      <div className="stack-tight">
        <p className="soft">{t('correct.text')}</p>
        {parts.map((key) => (
          <Field key={key} label={t(`rows.${key}`)}>
            {(names) => (
              <Input
                {...names}
                value={values[key]}
                maxLength={longest[key]}
                onChange={(event) => setValues({ ...values, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('correct.reason')}>
          {(names) => (
            <Input.TextArea
              {...names}
              value={reason}
              maxLength={300}
              autoSize={{ minRows: 2, maxRows: 4 }}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {correct.error && <ErrorBox error={correct.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={correct.isPending}
            disabled={changed.length === 0 || reason.trim().length < SHORTEST}
            onClick={() => correct.mutate()}
          >
            {t('correct.run')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
