import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Field } from '../../../components/field.tsx';
import { api } from '../../../lib/api.ts';
import { type Claim, claimKeys, type Declared } from './claim-query.ts';
import { DeclaredForm } from './declared-form.tsx';

/** Changes a draft, or what was asked for while supplementing: whom to call, and what was stated. */
export function EditClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation(['claims', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [name, setName] = useState(claim.contactName ?? '');
  const [phone, setPhone] = useState('');
  const [declared, setDeclared] = useState<Readonly<Record<string, Declared>>>(() =>
    Object.fromEntries(claim.lineItems.map((line) => [line.id, line.declared])),
  );
  const asked = claim.lineItems.filter((line) => line.fields.length > 0);
  const save = useMutation({
    mutationFn: () =>
      api.updateClaim({
        params: { id: claim.id },
        body: {
          version: claim.version,
          contactName: name.trim() || null,
          ...(phone.trim() === '' ? {} : { contactPhone: phone.trim() }),
          ...(asked.length === 0
            ? {}
            : {
                lines: claim.lineItems.map((line) => ({
                  item: line.item,
                  achievementKey: line.achievementKey,
                  declared: declared[line.id] ?? {},
                })),
              }),
        },
      }),
    onSuccess: () => {
      message.success(t('edit.done'));
      for (const queryKey of [...claimKeys(claim.id), ['file', claim.id]]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('edit.title')} width={600} mask={{ closable: false }}>
      <div className="stack-tight">
        {asked.map((line) => (
          <fieldset key={line.id} className="declared">
            <legend>
              {line.itemName} · {line.label}
            </legend>
            <DeclaredForm
              fields={line.fields}
              values={declared[line.id] ?? {}}
              onChange={(values) => setDeclared((before) => ({ ...before, [line.id]: values }))}
            />
          </fieldset>
        ))}
        <Field label={t('contactName')}>
          {(names) => (
            <Input {...names} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field
          label={t('contactPhone')}
          help={claim.contactPhone ? t('edit.phone', { now: claim.contactPhone }) : undefined}
        >
          {(names) => (
            <Input
              {...names}
              value={phone}
              maxLength={40}
              inputMode="tel"
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:save')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
