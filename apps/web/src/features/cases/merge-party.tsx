import type { CaseParty, CaseRecord } from '@jince/contract';
import { Button, DatePicker, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { useCaseChange } from './cases-query.ts';

interface MergePartyProps {
  readonly record: CaseRecord;
  readonly party: CaseParty;
  readonly onClose: () => void;
}

/** A party was merged into another during the case: its name of then stays, the case goes on against who took it over. */
export function MergeParty({ record, party, onClose }: MergePartyProps) {
  const { t } = useTranslation(['cases', 'common']);
  const { id } = record.card;
  const [name, setName] = useState('');
  const [on, setOn] = useState<string>();
  const [reason, setReason] = useState('');
  const save = useCaseChange(
    id,
    () =>
      api.mergeCaseParty({
        params: { id, partyId: party.id },
        body: { revision: record.revision, survivorName: name.trim(), mergedOn: on ?? '', reason: reason.trim() },
      }),
    onClose,
  );
  return (
    <Drawer open onClose={onClose} title={t('party.mergeOf', { name: party.name })}>
      <p className="soft">{t('party.mergeText')}</p>
      <Field label={t('party.survivor')}>
        {(ids) => <Input {...ids} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('party.mergedOn')}>
        {(ids) => (
          <DatePicker
            {...ids}
            style={{ width: '100%' }}
            onChange={(day) => setOn(day === null ? undefined : day.format('YYYY-MM-DD'))}
          />
        )}
      </Field>
      <Field label={t('party.mergeReason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={name.trim().length < 2 || on === undefined || reason.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
