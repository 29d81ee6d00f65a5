import { useMutation } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Publicity, useMoved } from './papers-query.ts';

/** The abstract as the public reads it: masked where the law wants it. */
export function Abstract({ row }: { row: Publicity }) {
  const { t } = useTranslation('case-papers');
  const { content } = row;
  const lines = [
    ['number', content.number],
    ['party', content.party],
    ['code', content.code],
    ['behaviour', content.behaviour],
    ['penalty', content.penalty],
    ['organ', content.organ],
    ['decidedOn', content.decidedOn],
  ] as const;
  return (
    <dl className="abstract">
      {lines.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`publicity.${key}`)}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Withdraw({ row }: { row: Publicity }) {
  const { t } = useTranslation('case-papers');
  const moved = useMoved();
  const [on, setOn] = useState('');
  const [reason, setReason] = useState(row.reason ?? '');
  const withdraw = useMutation({
    mutationFn: () =>
      api.withdrawCasePenalty({ params: { id: row.id }, body: { changedOn: on, reason: reason.trim() } }),
    onSuccess: moved,
  });
  return (
    <details className="publicity-withdraw no-print">
      <summary>{t('publicity.withdrawOpen')}</summary>
      <Field label={t('publicity.changedOn')}>
        {(ids) => <Input {...ids} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
      </Field>
      <Field label={t('publicity.reason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Button
        danger
        disabled={on === '' || reason.trim().length < 2}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {t('publicity.withdraw')}
      </Button>
      {withdraw.error && <ErrorBox error={withdraw.error} />}
    </details>
  );
}

/** What can be done with the publicity of a penalty now. */
export function PublicityActs({ row, may }: { row: Publicity; may: boolean }) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { modal } = App.useApp();
  const moved = useMoved();
  const publish = useMutation({
    mutationFn: () => api.publishCasePenalty({ params: { id: row.id } }),
    onSuccess: moved,
  });
  if (!may) return null;
  const ask = () =>
    modal.confirm({
      title: t('publicity.publishTitle', { number: row.content.number }),
      content: <Abstract row={row} />,
      width: 560,
      okText: t('publicity.publish'),
      cancelText: t('common:cancel'),
      onOk: () => publish.mutateAsync().catch(() => undefined),
    });
  return (
    <div className="publicity-acts">
      {(row.standing === 'due' || row.standing === 'overdue') && (
        <Button type="primary" size="small" loading={publish.isPending} onClick={ask}>
          {t('publicity.publish')}
        </Button>
      )}
      {row.standing === 'published' && <Withdraw row={row} />}
      {publish.error && <ErrorBox error={publish.error} />}
    </div>
  );
}
