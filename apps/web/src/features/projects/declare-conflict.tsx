import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type FoundParty, PartyPicker } from './party-picker.tsx';

/** Notes a conflict of interest an expert declares towards a body. */
export function DeclareConflict({ expertId, onClose }: { expertId: string; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [party, setParty] = useState<FoundParty>();
  const [body, setBody] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.declareConflict({
        params: { id: expertId },
        body: { partyId: party?.id ?? null, body: body.trim(), reason: reason.trim() },
      }),
    onSuccess: () => {
      for (const queryKey of [['experts'], ['project-review']]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('expert.declare')} footer={null} width={520}>
      <Field label={t('expert.conflictParty')}>
        {(ids) => <PartyPicker {...ids} value={party} onChange={setParty} />}
      </Field>
      {party === undefined && (
        <Field label={t('expert.conflictName')}>
          {(ids) => <Input {...ids} value={body} maxLength={120} onChange={(event) => setBody(event.target.value)} />}
        </Field>
      )}
      <Field label={t('review.reason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={reason.trim().length < 2 || (party === undefined && body.trim() === '')}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
