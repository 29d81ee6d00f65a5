import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { type Papers, useMoved } from './papers-query.ts';

const TEXTS = ['address', 'receiver', 'phone'] as const;

function Confirm({ papers, onClose }: { papers: Papers; onClose: () => void }) {
  const { t } = useTranslation(['case-papers', 'common']);
  const moved = useMoved();
  const first = papers.parties[0];
  const [values, setValues] = useState<Record<string, string>>({
    partyName: first?.name ?? '',
    address: first?.address ?? '',
  });
  const [consent, setConsent] = useState(false);
  const put = (name: string) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [name]: event.target.value }));
  const of = (name: string) => (values[name] ?? '').trim();
  const save = useMutation({
    mutationFn: () =>
      api.confirmServiceAddress({
        params: { id: papers.caseId },
        body: {
          partyName: of('partyName'),
          address: of('address'),
          receiver: of('receiver') || null,
          phone: of('phone') || null,
          electronicConsent: consent,
          electronicAddress: consent ? of('electronicAddress') || null : null,
          confirmedOn: of('confirmedOn'),
        },
      }),
    onSuccess: () => {
      moved();
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('address.add')}>
      <Field label={t('address.party')}>
        {(ids) => <Input {...ids} value={values.partyName} maxLength={200} onChange={put('partyName')} />}
      </Field>
      {TEXTS.map((name) => (
        <Field key={name} label={t(`address.${name}`)}>
          {(ids) => <Input {...ids} value={values[name] ?? ''} maxLength={300} onChange={put(name)} />}
        </Field>
      ))}
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        {t('address.consent')}
      </Checkbox>
      {consent && (
        <Field label={t('address.electronic')} help={t('address.electronicHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={values.electronicAddress ?? ''}
              maxLength={200}
              onChange={put('electronicAddress')}
            />
          )}
        </Field>
      )}
      <Field label={t('address.confirmedOn')}>
        {(ids) => <Input {...ids} type="date" value={values.confirmedOn ?? ''} onChange={put('confirmedOn')} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={of('partyName') === '' || of('address').length < 4 || of('confirmedOn') === ''}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('address.save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}

/** Where parties want their papers brought, and who agreed to electronic service. */
export function AddressPart({ papers }: { papers: Papers }) {
  const { t } = useTranslation('case-papers');
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('address.title')}
      extra={papers.may.serve && <Button onClick={() => setOpen(true)}>{t('address.add')}</Button>}
    >
      {papers.addresses.length === 0 && <p className="soft">{t('address.none')}</p>}
      <ul className="service-list">
        {papers.addresses.map((row) => (
          <li key={row.id}>
            <p>
              <b>{row.partyName}</b>
              <StatusTag tone={row.electronicConsent ? 'good' : 'plain'}>
                {t(row.electronicConsent ? 'address.consented' : 'address.notConsented')}
              </StatusTag>
            </p>
            <p className="soft">
              {[row.address, row.receiver, row.phone, row.electronicAddress].filter(Boolean).join(' · ')}
            </p>
            <small>{t('address.confirmed', { on: row.confirmedOn, by: row.recordedBy })}</small>
          </li>
        ))}
      </ul>
      {open && <Confirm papers={papers} onClose={() => setOpen(false)} />}
    </Section>
  );
}
