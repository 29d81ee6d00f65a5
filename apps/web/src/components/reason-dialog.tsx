import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from './error-box.tsx';
import { Field } from './field.tsx';
import './reason-dialog.css';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly act: (reason: string) => Promise<unknown>;
  /** What is read anew once it is done. */
  readonly refreshes: readonly QueryKey[];
  readonly onClose: () => void;
}

const SHORTEST = 2;

/** Does something that stays on record with its reason. */
export function ReasonDialog({ title, text, label, act, refreshes, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: () => {
      for (const queryKey of refreshes) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open title={title} onCancel={onClose} footer={null}>
      <div className="reason-dialog">
        <p className="soft">{text}</p>
        <Field label={label}>
          {(ids) => (
            <Input {...ids} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button
            type="primary"
            danger
            disabled={reason.trim().length < SHORTEST}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {title}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
