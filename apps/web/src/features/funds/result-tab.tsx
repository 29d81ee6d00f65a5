import type { PayableView } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { payablesQuery } from './fund-query.ts';
import { usePayableColumns } from './payable-columns.tsx';
import { useAddress } from './use-address.ts';

const STATES = ['failed', 'paid', 'batched'] as const;

function Resend({ row, onClose }: { row: PayableView; onClose: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const resend = useMutation({
    mutationFn: () =>
      api.resendPayable({ params: { id: row.id }, body: { reason: reason.trim(), accountChecked: checked } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['funds'] });
      message.success(t('resend.done'));
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('resend.title', { name: row.party.name })}>
      <div className="fund-form">
        <p className="late">{row.failReason}</p>
        <p className="soft">{t('resend.text')}</p>
        <Field label={t('reason')}>
          {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
        </Field>
        <Checkbox checked={checked} onChange={(event) => setChecked(event.target.checked)}>
          {t('resend.checked')}
        </Checkbox>
        {resend.error && <ErrorBox error={resend.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={reason.trim().length < 2}
            loading={resend.isPending}
            onClick={() => resend.mutate()}
          >
            {t('resend.ok')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Outcome({ row, onResend }: { row: PayableView; onResend: ((row: PayableView) => void) | undefined }) {
  const { t } = useTranslation('funds');
  const address = useAddress();
  const batch = row.batch;
  return (
    <>
      <StatusTag tone={row.state === 'paid' ? 'good' : row.state === 'failed' ? 'late' : 'info'}>
        {t(`payable.${row.state}`)}
      </StatusTag>
      <span className="cell-sub">
        {row.state === 'paid' && `${row.paidOn} · ${t('voucher')} ${row.voucherNo ?? '—'}`}
        {row.state === 'failed' && <span className="late">{row.failReason}</span>}{' '}
        {batch && (
          <button type="button" className="link mono" onClick={() => address.set({ batch: batch.id })}>
            {batch.number}
          </button>
        )}{' '}
        {row.state === 'failed' && onResend && (
          <button type="button" className="link" onClick={() => onResend(row)}>
            {t('resend.open')}
          </button>
        )}
      </span>
    </>
  );
}

/** What became of payments: those that failed first, so that they can be put right and sent again. */
export function ResultTab() {
  const { t, i18n } = useTranslation('funds');
  const me = useMe();
  const state = useListState({ filters: ['state', 'q'], sort: 'outcome' }, 'r.');
  const query = useQuery(payablesQuery({ state: STATES.join(','), ...state.query }, i18n.language));
  const [sending, setSending] = useState<PayableView>();
  const shared = usePayableColumns();
  const onResend = can(me, permissions.makePayments) ? setSending : undefined;
  return (
    <>
      <DataTable
        id="payables-answered"
        label={t('tab.results')}
        columns={[
          shared.party,
          shared.amount,
          {
            key: 'outcome',
            title: t('outcome'),
            sort: 'outcome',
            phone: 'wide',
            render: (row) => <Outcome row={row} onResend={onResend} />,
          },
          shared.purpose,
          shared.account,
          shared.release,
        ]}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={260} />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('state')}
              options={STATES.map((value) => ({ value, label: t(`payable.${value}`) }))}
            />
          </FilterBar>
        }
        empty={{ title: t('result.empty'), text: t('result.emptyText') }}
      />
      {sending && <Resend row={sending} onClose={() => setSending(undefined)} />}
    </>
  );
}
