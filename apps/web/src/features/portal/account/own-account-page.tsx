import type { BankAccountView, RouteOutput, routes } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { api } from '../../../lib/api.ts';
import { describeError, type ErrorText } from '../../../lib/describe-error.ts';
import { formatDay } from '../../../lib/format.ts';
import { useOwnParty } from '../../../lib/own-party.ts';
import '../portal-pages.css';

type Account = RouteOutput<typeof routes.getPartyAccount>;

function Shown({ account }: { account: BankAccountView }) {
  const { t } = useTranslation('portal');
  return (
    <dl className="own-account">
      <dt>{t('accountName')}</dt>
      <dd>
        {account.accountName} {!account.nameMatches && <StatusTag tone="late">{t('nameDiffers')}</StatusTag>}
      </dd>
      <dt>{t('accountNumber')}</dt>
      <dd className="mono">{t('lastDigits', { last4: account.last4 })}</dd>
      <dt>{t('bankName')}</dt>
      <dd>{account.bankName}</dd>
      <dt>{t('entered')}</dt>
      <dd>{t('enteredBy', { by: account.enteredBy, on: formatDay(account.at) })}</dd>
    </dl>
  );
}

const problemOf = (text: ErrorText | undefined, path: string): string | undefined =>
  text?.fields.find((one) => one.path.endsWith(path))?.message;

function AccountForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [bankName, setBankName] = useState('');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.setPartyAccount({
        params: { id: account.party.id },
        body: { accountName: account.party.name, number, bankName, reason: reason.trim() || null },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['own-account', account.party.id] });
      void message.success(t('saved'));
      onDone();
    },
  });
  const text = save.error ? describeError(save.error, t) : undefined;
  return (
    <form
      className="own-account-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label={t('accountName')} help={t('accountNameHelp')}>
        {(names) => <Input {...names} value={account.party.name} readOnly />}
      </Field>
      <Field label={t('accountNumber')} error={problemOf(text, 'number')}>
        {(names) => (
          <Input
            {...names}
            value={number}
            inputMode="numeric"
            autoComplete="off"
            maxLength={60}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('bankName')} help={t('bankNameHelp')} error={problemOf(text, 'bankName')}>
        {(names) => (
          <Input {...names} value={bankName} maxLength={120} onChange={(event) => setBankName(event.target.value)} />
        )}
      </Field>
      {account.current && (
        <Field label={t('changeReason')}>
          {(names) => (
            <Input {...names} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      {text && (
        <p className="late" role="alert">
          {text.detail ?? text.title}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={number === '' || bankName === ''}>
        {t('save')}
      </Button>
    </form>
  );
}

/** Where the money goes: shown by its last digits only; the name must be the enterprise's own. */
export function Page() {
  const { t } = useTranslation(['portal', 'common']);
  const { partyId } = useOwnParty();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['own-account', partyId],
    queryFn: ({ signal }) => api.getPartyAccount({ params: { id: partyId } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const account = query.data;
  const former = account.history.filter((one) => one.id !== account.current?.id);
  const form = account.mayEdit && (editing || account.current === null);
  return (
    <div className="page portal-page">
      <PageHeader title={t('account')} />
      <Section
        title={t('accountNow')}
        note={t('accountNote')}
        extra={
          account.current &&
          account.mayEdit && (
            <button type="button" className="link" onClick={() => setEditing(!editing)}>
              {t(editing ? 'cancel' : 'replace')}
            </button>
          )
        }
      >
        {account.current ? <Shown account={account.current} /> : <p className="soft">{t('noAccount')}</p>}
        {form && <AccountForm account={account} onDone={() => setEditing(false)} />}
      </Section>
      {former.length > 0 && (
        <Section title={t('formerAccounts')}>
          {former.map((one) => (
            <Shown key={one.id} account={one} />
          ))}
        </Section>
      )}
    </div>
  );
}
