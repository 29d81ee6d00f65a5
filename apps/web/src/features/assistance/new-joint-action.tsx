import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { regionKeys } from './aid-query.ts';

/** Records an action taken together with the other district. */
export function NewJointAction({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const [on, setOn] = useState('');
  const [draft, setDraft] = useState({ place: '', bodies: '', text: '' });
  const save = useMutation({
    mutationFn: () => api.addJointAction({ params: { id }, body: { on, ...draft } }),
    onSuccess: () => {
      for (const queryKey of regionKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const ready = on !== '' && Object.values(draft).every((one) => one.trim().length >= 2);
  return (
    <Modal
      open
      title={t('region.addAction')}
      onCancel={onClose}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
    >
      <Field label={t('region.action.on')}>
        {(ids) => <DatePicker {...ids} onChange={(day) => setOn(day === null ? '' : day.format('YYYY-MM-DD'))} />}
      </Field>
      {(['place', 'bodies', 'text'] as const).map((name) => (
        <Field key={name} label={t(`region.action.${name}`)}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: name === 'text' ? 3 : 1, maxRows: 8 }}
              value={draft[name]}
              onChange={(e) => setDraft({ ...draft, [name]: e.target.value })}
            />
          )}
        </Field>
      ))}
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}
