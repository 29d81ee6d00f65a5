import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type FoundParty, PartyPicker } from './party-picker.tsx';
import { applicationHref, projectKeys } from './project-query.ts';

/** Begins an application: who leads, and what it is called. */
export function BeginApplication({ callId, onClose }: { callId: string; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [lead, setLead] = useState<FoundParty>();
  const create = useMutation({
    mutationFn: () =>
      api.createProject({ params: { id: callId }, body: { title: title.trim(), leadPartyId: lead?.id ?? '' } }),
    onSuccess: ({ id }) => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      navigate(applicationHref(id));
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('begin.title')} footer={null} width={560}>
      <p className="soft">{t('begin.text')}</p>
      <Field label={t('form.title')}>
        {(ids) => <Input {...ids} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={t('list.lead')}>{(ids) => <PartyPicker {...ids} value={lead} onChange={setLead} />}</Field>
      {create.error && <ErrorBox error={create.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={title.trim().length < 4 || lead === undefined}
          loading={create.isPending}
          onClick={() => create.mutate()}
        >
          {t('begin.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
