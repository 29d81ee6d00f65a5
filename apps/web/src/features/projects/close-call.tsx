import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { projectKeys } from './project-query.ts';

/** Takes no more applications under a call, with the reason; what was filed goes on. */
export function CloseCall({ callId, onClose }: { callId: string; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const close = useMutation({
    mutationFn: () => api.closeProgramCall({ params: { id: callId }, body: { note: note.trim() } }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('call.closeTitle')} footer={null} width={520}>
      <p className="soft">{t('call.closeText')}</p>
      <Field label={t('review.reason')}>
        {(ids) => <Input {...ids} value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {close.error && <ErrorBox error={close.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={note.trim().length < 2}
          loading={close.isPending}
          onClick={() => close.mutate()}
        >
          {t('call.close')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
