import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type FoundParty, PartyPicker } from './party-picker.tsx';
import type { ExpertDetail } from './project-query.ts';

/** Enters an expert or changes one; the employer is a party of the register or a name. */
export function ExpertForm({ expert, onClose }: { expert?: ExpertDetail; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [name, setName] = useState(expert?.name ?? '');
  const [title, setTitle] = useState(expert?.title ?? '');
  const [party, setParty] = useState<FoundParty | undefined>(
    expert?.employerPartyId ? { id: expert.employerPartyId, name: expert.employer } : undefined,
  );
  const [employer, setEmployer] = useState(expert?.employerPartyId ? '' : (expert?.employer ?? ''));
  const [fields, setFields] = useState<string[]>(expert?.fields ?? []);
  const [agencies, setAgencies] = useState<string[]>(expert?.agencies ?? []);
  const [active, setActive] = useState(expert?.active ?? true);
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        name: name.trim(),
        title: title.trim(),
        employerPartyId: party?.id ?? null,
        employer: employer.trim(),
        fields,
        agencies,
        active,
      };
      if (expert === undefined) await api.createExpert({ body });
      else await api.updateExpert({ params: { id: expert.id }, body: { ...body, version: expert.version } });
    },
    onSuccess: () => {
      for (const queryKey of [['experts'], ['project-review']]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(expert === undefined ? 'expert.add' : 'expert.edit')}
      footer={null}
      width={560}
    >
      <div className="form-grid">
        <Field label={t('expert.name')}>
          {(ids) => <Input {...ids} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t('expert.rank')}>
          {(ids) => <Input {...ids} value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
      </div>
      <Field label={t('expert.employerParty')}>
        {(ids) => <PartyPicker {...ids} value={party} onChange={setParty} />}
      </Field>
      {party === undefined && (
        <Field label={t('expert.employerName')}>
          {(ids) => (
            <Input {...ids} value={employer} maxLength={120} onChange={(event) => setEmployer(event.target.value)} />
          )}
        </Field>
      )}
      <Field label={t('expert.fields')}>
        {(ids) => <Select {...ids} mode="tags" value={fields} onChange={setFields} open={false} suffixIcon={null} />}
      </Field>
      <Field label={t('expert.agencies')} help={t('expert.agenciesHelp')}>
        {(ids) => (
          <Select {...ids} mode="tags" value={agencies} onChange={setAgencies} open={false} suffixIcon={null} />
        )}
      </Field>
      <Field label={t('expert.state')}>
        {(ids) => (
          <Switch
            {...ids}
            checked={active}
            onChange={setActive}
            checkedChildren={t('expert.active')}
            unCheckedChildren={t('expert.inactive')}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={name.trim().length < 2} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
