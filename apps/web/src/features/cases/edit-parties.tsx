import type { CaseRecord } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { optionsQuery, useCaseChange } from './cases-query.ts';
import { type PartyDraft, PartyRows } from './party-rows.tsx';

/** Who takes part in the case; one subject on both sides is refused. */
export function EditParties({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t, i18n } = useTranslation(['cases', 'common']);
  const options = useQuery(optionsQuery(i18n.language)).data;
  const { id } = record.card;
  const [parties, setParties] = useState<readonly PartyDraft[]>(
    record.parties.map(({ id: _id, survivor: _survivor, ...party }) => party),
  );
  const save = useCaseChange(
    id,
    () =>
      api.saveCaseParties({
        params: { id },
        body: { revision: record.revision, parties: parties.filter((one) => one.name.trim() !== '') },
      }),
    onClose,
  );
  return (
    <Drawer open onClose={onClose} title={t('party.edit')} size="large" maskClosable={false}>
      <PartyRows value={parties} onChange={setParties} towns={options?.towns ?? []} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
