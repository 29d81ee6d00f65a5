import type { MatterView } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { useFilePanel } from '../../components/procedure-panel/file-query.ts';
import { api } from '../../lib/api.ts';
import { matterKeys, useComplaintForm } from './complaint-query.ts';

/** Gives a matter to a body and people of it; the first one named leads. */
export function AssignDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation(['complaints', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const form = useComplaintForm();
  const panel = useFilePanel(matter.id);
  const [organisation, setOrganisation] = useState(matter.organisationCode);
  const [handlers, setHandlers] = useState<string[]>(matter.handlers.map((one) => one.userId));
  const [reason, setReason] = useState('');
  const people = useQuery({
    queryKey: ['complaint-handlers', organisation],
    queryFn: ({ signal }) => api.listComplaintHandlers({ query: { organisation } }, signal),
  });
  const save = useMutation({
    mutationFn: () =>
      api.assignComplaintMatter({
        params: { id: matter.id },
        body: {
          organisationCode: organisation,
          handlers,
          reason: reason.trim(),
          version: panel.data?.file.version ?? 0,
        },
      }),
    onSuccess: () => {
      message.success(t('route.done'));
      for (const queryKey of matterKeys(matter.id)) void queries.invalidateQueries({ queryKey: [...queryKey] });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('route.assign')} mask={{ closable: false }}>
      <Field label={t('column.organisation')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={organisation}
            options={(form.data?.organisations ?? []).map((one) => ({ value: one.code, label: one.label }))}
            onChange={(value: string) => {
              setOrganisation(value);
              setHandlers([]);
            }}
          />
        )}
      </Field>
      <Field label={t('route.handlers')} help={t('route.handlersHelp')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            style={{ width: '100%' }}
            value={handlers}
            loading={people.isFetching}
            notFoundContent={t('route.noHandlers')}
            options={(people.data?.items ?? []).map((one) => ({ value: one.userId, label: one.name }))}
            onChange={(value: string[]) => setHandlers(value)}
          />
        )}
      </Field>
      <Field label={t('route.reason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={reason.trim().length < 2 || !panel.data}
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
