import type { BankAccountView } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { api } from '../../lib/api.ts';
import { formatDay, formatMoment } from '../../lib/format.ts';
import { accountQuery, type PartyAccount } from './fund-query.ts';

function Current({ account }: { account: BankAccountView }) {
  const { t } = useTranslation('funds');
  return (
    <div className="panel panel-body">
      <b className="mono">{t('masked', { last4: account.last4 })}</b>
      <div>{account.accountName}</div>
      <div className="soft">{account.bankName}</div>
      <div className="muted">
        {t(`account.as.${account.enteredAs}`)} · {account.enteredBy} · {formatMoment(account.at)}
      </div>
      {!account.nameMatches && <StatusTag tone="late">{t('account.nameDiffers')}</StatusTag>}
    </div>
  );
}

function Form({ data }: { data: PartyAccount }) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [accountName, setName] = useState(data.party.name);
  const [number, setNumber] = useState('');
  const [bankName, setBank] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.setPartyAccount({
        params: { id: data.party.id },
        body: {
          accountName: accountName.trim(),
          number: number.trim(),
          bankName: bankName.trim(),
          reason: reason.trim() || null,
        },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['funds'] });
      message.success(t('account.done'));
      setNumber('');
      setReason('');
    },
  });
  const ready = accountName.trim() !== '' && number.trim() !== '' && bankName.trim() !== '';
  return (
    <div className="fund-form">
      <b>{t(data.current ? 'account.replace' : 'account.enter')}</b>
      <Field label={t('account.name')} help={t('account.nameHelp')}>
        {(ids) => <Input {...ids} value={accountName} maxLength={200} onChange={(e) => setName(e.target.value)} />}
      </Field>
      <Field label={t('account.number')} help={t('account.numberHelp')}>
        {(ids) => (
          <Input
            {...ids}
            value={number}
            maxLength={60}
            autoComplete="off"
            inputMode="numeric"
            onChange={(e) => setNumber(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('account.bank')}>
        {(ids) => <Input {...ids} value={bankName} maxLength={120} onChange={(e) => setBank(e.target.value)} />}
      </Field>
      {data.current && (
        <Field label={t('account.reason')}>
          {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
        </Field>
      )}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('account.save')}
        </Button>
      </div>
    </div>
  );
}

/** The bank account of a party, masked, with its history; entered and replaced here. */
export function AccountDrawer({ partyId, onClose }: { partyId: string; onClose: () => void }) {
  const { t } = useTranslation('funds');
  const query = useQuery(accountQuery(partyId));
  const data = query.data;
  return (
    <Drawer open onClose={onClose} size={460} title={t('account.title')} mask={{ closable: false }}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={6} />}
      {data && (
        <div className="stack">
          <Link className="link" to={`/enterprises/${data.party.id}`}>
            {data.party.name}
          </Link>
          {data.current ? (
            <Current account={data.current} />
          ) : (
            <EmptyState title={t('account.none')}>{t('account.noneText')}</EmptyState>
          )}
          {data.mayEdit && <Form key={data.current?.id ?? ''} data={data} />}
          {data.history.length > 0 && (
            <Timeline
              entries={data.history.map((one) => ({
                key: one.id,
                on: formatDay(one.at),
                title: `${t('masked', { last4: one.last4 })} · ${one.bankName}`,
                text: t('account.replaced', { on: formatDay(one.replacedAt ?? ''), by: one.enteredBy }),
              }))}
            />
          )}
        </div>
      )}
    </Drawer>
  );
}
