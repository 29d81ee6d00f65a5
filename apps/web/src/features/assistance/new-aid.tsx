import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PartyChoice } from '../../components/party-choice.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { AidFields, aidToSend, emptyAid, isAidComplete } from './aid-fields.tsx';
import { aidBase, aidKeys } from './aid-query.ts';

/** Enters a request that came to the desk. */
export function NewAid({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyAid);
  const [partyId, setParty] = useState<string>();
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [receivedOn, setReceivedOn] = useState(today());
  const save = useMutation({
    mutationFn: () =>
      api.createAidRequest({
        body: {
          ...aidToSend(draft),
          partyId: partyId ?? null,
          applicantName: name.trim() || '—',
          applicantCode: null,
          applicantContact: contact.trim() || null,
          receivedOn,
        },
      }),
    onSuccess: ({ id }) => {
      for (const queryKey of aidKeys) void queries.invalidateQueries({ queryKey });
      navigate(`${aidBase}/${id}`);
    },
  });
  const named = partyId !== undefined || name.trim().length >= 2;
  return (
    <Drawer open onClose={onClose} title={t('new.open')} size="large">
      <p className="soft">{t('new.text')}</p>
      <div className="field">
        <span>{t('field.applicant')}</span>
        <PartyChoice value={partyId} onChange={setParty} label={t('field.applicant')} />
      </div>
      {partyId === undefined && (
        <Field label={t('field.applicantName')} help={t('field.applicantNameHelp')}>
          {(ids) => <Input {...ids} value={name} maxLength={200} onChange={(e) => setName(e.target.value)} />}
        </Field>
      )}
      <Field label={t('field.contact')}>
        {(ids) => <Input {...ids} value={contact} maxLength={200} onChange={(e) => setContact(e.target.value)} />}
      </Field>
      <Field label={t('field.receivedOn')} help={t('field.receivedOnHelp')}>
        {(ids) => (
          <DatePicker
            {...ids}
            allowClear={false}
            value={dayjs(receivedOn)}
            onChange={(day) => day && setReceivedOn(day.format('YYYY-MM-DD'))}
          />
        )}
      </Field>
      <AidFields value={draft} onChange={setDraft} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={!named || !isAidComplete(draft)}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('new.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
