import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { WrittenName } from './agency-query.ts';

const NONE = 'none';

/** Finds any agency of the register, for a name that resembles none. */
function AgencyFinder({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const { t } = useTranslation('agencies');
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['agency-finder', q],
    enabled: q.trim().length >= 2,
    queryFn: ({ signal }) => api.listAgencies({ query: { q, pageSize: 20 } }, signal),
  });
  return (
    <Select
      className="agency-finder"
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value}
      placeholder={t('findAgency')}
      aria-label={t('findAgency')}
      loading={found.isFetching}
      onChange={onChange}
      options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

function ChoiceDialog({ row, onClose }: { row: WrittenName; onClose: () => void }) {
  const { t } = useTranslation(['agencies', 'common']);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState<string>();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      api.decideAgencyName({
        body: {
          written: row.written,
          agencyId: choice === NONE ? null : ((choice === 'other' ? other : choice) ?? null),
          note: note.trim() || null,
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries();
      message.success(t('decided'));
      onClose();
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  const ready = choice !== undefined && (choice !== 'other' || other !== undefined);
  return (
    <Modal
      open
      title={t('decideTitle')}
      okText={t('decide')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !ready, loading: decide.isPending }}
      onOk={() => decide.mutate()}
      onCancel={onClose}
    >
      <p className="name-asked">
        <b>{row.written}</b>
        <span className="muted">{t('usedByText', { patents: row.patents, trademarks: row.trademarks })}</span>
      </p>
      <Radio.Group
        className="name-choices"
        value={choice}
        onChange={(event) => setChoice(event.target.value as string)}
      >
        {row.candidates.map((one) => (
          <Radio key={one.agencyId} value={one.agencyId}>
            {one.name}
            <span className="cell-sub">
              {[one.code && t('codeOf', { code: one.code }), ...one.reasons].filter(Boolean).join(' · ')}
            </span>
          </Radio>
        ))}
        <Radio value="other">{t('anotherAgency')}</Radio>
        {choice === 'other' && <AgencyFinder value={other} onChange={setOther} />}
        <Radio value={NONE}>{t('noneOfRegister')}</Radio>
      </Radio.Group>
      <Input.TextArea
        value={note}
        maxLength={500}
        rows={2}
        aria-label={t('note')}
        placeholder={t('note')}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
}

/** The act of a row: decide, or withdraw what was decided. */
export function NameChoice({ row }: { row: WrittenName }) {
  const { t } = useTranslation('agencies');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdrawAgencyName({ params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries();
      message.success(t('withdrawn'));
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  if (row.decided)
    return (
      <Button size="small" loading={withdraw.isPending} onClick={() => row.decided && withdraw.mutate(row.decided.id)}>
        {t('withdraw')}
      </Button>
    );
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('decide')}
      </Button>
      {open && <ChoiceDialog row={row} onClose={() => setOpen(false)} />}
    </>
  );
}
