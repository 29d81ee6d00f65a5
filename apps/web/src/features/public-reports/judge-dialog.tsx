import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';

interface JudgeDialogProps {
  readonly id: string;
  readonly decision: 'release' | 'set-aside';
  readonly reports: readonly string[];
  readonly onClose: () => void;
}

const SHORTEST = 4;

/** The reason of the one decision; set aside, the senders read it. */
export function JudgeDialog({ id, decision, reports, onClose }: JudgeDialogProps) {
  const { t } = useTranslation(['public-reports', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () =>
      api.judgeReportGroup({ params: { id }, body: { decision, reports: [...reports], reason: reason.trim() } }),
    onSuccess: () => {
      message.success(t('group.done'));
      for (const key of ['report-group', 'report-groups', 'public-reports'])
        queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t(`group.title-${decision}`)} mask={{ closable: false }}>
      <div className="stack-tight">
        <Caution>{t(`group.caution-${decision}`, { n: reports.length })}</Caution>
        <Input.TextArea
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={t('group.reason')}
          aria-label={t('group.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {send.error && <ErrorBox error={send.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={reason.trim().length < SHORTEST}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('group.run')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
