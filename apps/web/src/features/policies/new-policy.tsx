import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { editHref, refreshPolicies } from './policy-query.ts';

const CODE = /^[a-z0-9][a-z0-9-]{1,40}$/;

/** Begins a policy under a code that will run through its versions. */
export function NewPolicy({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['policies', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const create = useMutation({
    mutationFn: () => api.createPolicyDraft({ body: { code: code.trim(), title: title.trim() } }),
    onSuccess: async ({ id }) => {
      await refreshPolicies(queries);
      navigate(editHref(id));
    },
  });
  const wrong = code !== '' && !CODE.test(code.trim());
  return (
    <Modal open onCancel={onClose} title={t('new.title')} footer={null} width={520}>
      <p className="soft">{t('new.text')}</p>
      <Field label={t('field.title')}>
        {(ids) => <Input {...ids} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={t('field.code')} help={t('new.codeHelp')} error={wrong ? t('new.codeWrong') : undefined}>
        {(ids) => (
          <Input
            {...ids}
            value={code}
            maxLength={41}
            placeholder="ip-quality"
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {create.error && <ErrorBox error={create.error} />}
      <div className="row policy-dialog-foot">
        <Button
          type="primary"
          disabled={wrong || code === '' || title.trim().length < 2}
          loading={create.isPending}
          onClick={() => create.mutate()}
        >
          {t('new.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
