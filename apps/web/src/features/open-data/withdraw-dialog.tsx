import type { DatasetVersion } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

const SHORTEST = 4;

interface WithdrawDialogProps {
  readonly code: string;
  readonly version: DatasetVersion;
  readonly onClose: () => void;
}

/** Takes a version back; the reason is public. */
export function WithdrawDialog({ code, version, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation(['open-data', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => api.withdrawDatasetVersion({ params: { code, no: version.no }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      message.success(t('withdrawDone'));
      for (const key of ['dataset', 'datasets']) queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={t('withdrawTitle', { n: version.no })}
      mask={{ closable: false }}
    >
      <div className="stack-tight">
        <Caution>{t('withdrawCaution')}</Caution>
        <Input.TextArea
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={t('withdrawReason')}
          aria-label={t('withdrawReason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {send.error && <ErrorBox error={send.error} />}
        <div className="row">
          <Button
            type="primary"
            danger
            disabled={reason.trim().length < SHORTEST}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('withdraw')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
