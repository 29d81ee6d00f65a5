import type { ClaimDetail } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.tsx';
import { Section } from '../../../components/section.tsx';
import { api } from '../../../lib/api.ts';
import { describeError } from '../../../lib/describe-error.ts';

/** Whom the office may ask about an application. */
export function ContactForm({ claim }: { claim: ClaimDetail }) {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [name, setName] = useState(claim.contactName ?? '');
  const [phone, setPhone] = useState(claim.contactPhone ?? '');
  const changed = name !== (claim.contactName ?? '') || phone !== (claim.contactPhone ?? '');
  const save = useMutation({
    mutationFn: () =>
      api.updateClaim({
        params: { id: claim.id },
        body: { version: claim.version, contactName: name.trim() || null, contactPhone: phone.trim() || null },
      }),
    onSuccess: (next) => {
      queries.setQueryData(['own-claim', claim.id, i18n.language], next);
      void queries.invalidateQueries({ queryKey: ['file', claim.id] });
      void message.success(t('saved'));
    },
    onError: (error) => {
      const words = describeError(error, t);
      void message.error(words.detail ?? words.title);
    },
  });
  return (
    <Section title={t('contact')}>
      <form
        className="own-contact"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Field label={t('contactName')}>
          {(names) => (
            <Input {...names} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={t('contactPhone')}>
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
        <Button htmlType="submit" disabled={!changed} loading={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Section>
  );
}
