import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Drawer, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Money } from '../../components/money.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type Receivable, receivableQuery } from './fund-query.ts';
import { OriginLink } from './origin-link.tsx';
import { DebtState } from './receivable-tab.tsx';

function ReceiptForm({ debt }: { debt: Receivable }) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [voucherNo, setVoucher] = useState('');
  const [yuan, setYuan] = useState<number | null>(debt.openFen / 100);
  const [receivedOn, setReceivedOn] = useState(today());
  const save = useMutation({
    mutationFn: () =>
      api.enterReceipt({
        params: { id: debt.id },
        body: { voucherNo: voucherNo.trim(), amountFen: Math.round((yuan ?? 0) * 100), receivedOn },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['funds'] });
      message.success(t('debt.done'));
      setVoucher('');
    },
  });
  return (
    <div className="fund-form">
      <Field label={t('debt.voucher')}>
        {(ids) => <Input {...ids} value={voucherNo} maxLength={60} onChange={(e) => setVoucher(e.target.value)} />}
      </Field>
      <Field label={t('debt.amount')}>
        {(ids) => (
          <InputNumber<number>
            {...ids}
            className="fund-amount"
            value={yuan}
            min={0.01}
            precision={2}
            onChange={setYuan}
            suffix={t('yuan')}
          />
        )}
      </Field>
      <Field label={t('debt.receivedOn')}>
        {(ids) => (
          <DatePicker
            {...ids}
            className="fund-amount"
            value={dayjs(receivedOn)}
            allowClear={false}
            disabledDate={(day) => day.format('YYYY-MM-DD') > today()}
            onChange={(day) => day && setReceivedOn(day.format('YYYY-MM-DD'))}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button
          type="primary"
          disabled={voucherNo.trim() === '' || (yuan ?? 0) <= 0}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('debt.enter')}
        </Button>
      </div>
      <p className="muted">{debt.returnRule}</p>
    </div>
  );
}

function Instalments({ debt }: { debt: Receivable }) {
  const { t } = useTranslation('funds');
  return (
    <ol className="fund-batch-lines">
      {debt.instalments.map((one) => (
        <li key={one.position}>
          <span>
            {t('debt.instalment', { n: one.position })} <span className="mono">{one.dueOn}</span>
          </span>
          <span className="r">
            <DebtState state={one.state} />
          </span>
          <small>
            {t('debt.received')} <Money fen={one.receivedFen} unit />
          </small>
          <b className="r">
            <Money fen={one.amountFen} unit />
          </b>
        </li>
      ))}
    </ol>
  );
}

/** A debt: what is due when, what came back with which voucher. */
export function ReceivableDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('funds');
  const me = useMe();
  const query = useQuery(receivableQuery(id, i18n.language));
  const debt = query.data;
  return (
    <Drawer open onClose={onClose} size={560} title={t('debt.title')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={8} />}
      {debt && (
        <div className="stack">
          <Descriptions
            items={[
              {
                key: 'party',
                label: t('debt.party'),
                value: (
                  <Link className="link" to={`/enterprises/${debt.party.id}`}>
                    {debt.party.name}
                  </Link>
                ),
                wide: true,
              },
              { key: 'state', label: t('state'), value: <DebtState state={debt.state} /> },
              { key: 'decision', label: t('debt.decision'), value: debt.decisionNo },
              { key: 'amount', label: t('amount'), value: <Money fen={debt.amountFen} unit /> },
              { key: 'open', label: t('debt.open'), value: <Money fen={debt.openFen} unit /> },
              { key: 'reason', label: t('reason'), value: debt.reason, wide: true },
              { key: 'origin', label: t('origin'), value: <OriginLink origin={debt.origin} />, wide: true },
            ]}
          />
          <Instalments debt={debt} />
          {debt.receipts.length > 0 && (
            <Timeline
              entries={debt.receipts.map((one) => ({
                key: one.id,
                on: one.receivedOn,
                tone: 'good' as const,
                title: <Money fen={one.amountFen} unit />,
                text: `${t('voucher')} ${one.voucherNo} · ${one.actor}`,
              }))}
            />
          )}
          {debt.openFen > 0 && can(me, permissions.enterReceipts) && <ReceiptForm key={debt.openFen} debt={debt} />}
        </div>
      )}
    </Drawer>
  );
}
