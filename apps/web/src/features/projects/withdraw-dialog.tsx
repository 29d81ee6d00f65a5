import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { projectKeys, type Review } from './project-query.ts';

/** Takes an expert out of a review, with the reason; a conflict that is told is kept for later reviews. */
export function WithdrawDialog({
  projectId,
  score,
  onClose,
}: {
  projectId: string;
  score: Review['scores'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [conflict, setConflict] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.withdrawReviewer({
        params: { id: projectId, expertId: score.expertId },
        body: { reason: reason.trim(), conflict },
      }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('review.withdrawTitle', { expert: score.expert })}
      footer={null}
      width={520}
    >
      <Field label={t('review.reason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Checkbox checked={conflict} onChange={(event) => setConflict(event.target.checked)}>
        {t('review.asConflict')}
      </Checkbox>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={reason.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('review.withdraw')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
