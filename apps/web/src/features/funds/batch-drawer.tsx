import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Money } from '../../components/money.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api, saveFile } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { BatchState } from './batch-tab.tsx';
import { type Batch, batchQuery } from './fund-query.ts';
import { OriginLink } from './origin-link.tsx';
import { ResultUpload } from './result-upload.tsx';

function Lines({ batch }: { batch: Batch }) {
  const { t } = useTranslation('funds');
  return (
    <ol className="fund-batch-lines">
      {batch.lines.map((line) => (
        <li key={line.lineNo}>
          <span>
            <Link className="link" to={`/enterprises/${line.party.id}`}>
              {line.party.name}
            </Link>{' '}
            <small className="mono">{line.reference}</small>
          </span>
          <b className="r">
            <Money fen={line.amountFen} unit />
          </b>
          <small>
            {t('masked', { last4: line.last4 })} · {line.bankName} · <OriginLink origin={line.origin} />
          </small>
          <span className="r">
            {line.result === null ? (
              <small>{t('batch.noAnswer')}</small>
            ) : (
              <StatusTag tone={line.result === 'paid' ? 'good' : 'late'}>{t(`result.${line.result}`)}</StatusTag>
            )}
          </span>
          {line.result === 'paid' && (
            <small>
              {line.paidOn} · {t('voucher')} {line.voucherNo ?? '—'}
            </small>
          )}
          {line.result === 'failed' && <small className="late">{line.failReason}</small>}
        </li>
      ))}
    </ol>
  );
}

function Dissolve({ batch, onDone }: { batch: Batch; onDone: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const [reason, setReason] = useState('');
  const dissolve = useMutation({
    mutationFn: () => api.dissolveBatch({ params: { id: batch.id }, body: { reason: reason.trim() } }),
    onSuccess: onDone,
  });
  return (
    <div className="fund-form">
      <Field label={t('batch.dissolveReason')} help={t('batch.dissolveHelp')}>
        {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      {dissolve.error && <ErrorBox error={dissolve.error} />}
      <div className="row">
        <Button
          danger
          disabled={reason.trim().length < 2}
          loading={dissolve.isPending}
          onClick={() => dissolve.mutate()}
        >
          {t('batch.dissolve')}
        </Button>
      </div>
    </div>
  );
}

function Actions({ batch, refresh }: { batch: Batch; refresh: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const { modal } = App.useApp();
  const [dissolving, setDissolving] = useState(false);
  const download = useMutation({
    mutationFn: () => saveFile('downloadBatchFile', { batchId: batch.id }),
    onSuccess: refresh,
  });
  const ask = () =>
    batch.state === 'made'
      ? modal.confirm({
          title: t('batch.download'),
          icon: null,
          content: t('batch.downloadText'),
          okText: t('batch.downloadOk'),
          cancelText: t('common:cancel'),
          onOk: () => download.mutateAsync().catch(() => undefined),
        })
      : download.mutate();
  return (
    <div className="stack">
      <div className="row">
        {batch.state !== 'dissolved' && (
          <Button type={batch.state === 'made' ? 'primary' : 'default'} loading={download.isPending} onClick={ask}>
            {t(batch.state === 'made' ? 'batch.download' : 'batch.downloadAgain')}
          </Button>
        )}
        {batch.state === 'made' && !dissolving && (
          <Button onClick={() => setDissolving(true)}>{t('batch.dissolve')}</Button>
        )}
      </div>
      {download.error && <ErrorBox error={download.error} />}
      {dissolving && <Dissolve batch={batch} onDone={refresh} />}
      {batch.state === 'sent' && <ResultUpload batchId={batch.id} />}
    </div>
  );
}

/** A batch: its file, its lines, and what the treasury answered. */
export function BatchDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('funds');
  const me = useMe();
  const queries = useQueryClient();
  const query = useQuery(batchQuery(id, i18n.language));
  const batch = query.data;
  const refresh = () => void queries.invalidateQueries({ queryKey: ['funds'] });
  return (
    <Drawer open onClose={onClose} size={680} title={`${t('batch.title')} ${batch?.number ?? ''}`}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={10} />}
      {batch && (
        <div className="stack">
          <Descriptions
            items={[
              { key: 'state', label: t('state'), value: <BatchState state={batch.state} /> },
              {
                key: 'total',
                label: t('amount'),
                value: (
                  <>
                    {t('batch.lines', { count: batch.count })} <Money fen={batch.totalFen} unit />
                  </>
                ),
              },
              { key: 'made', label: t('batch.madeBy'), value: `${batch.madeBy} · ${formatMoment(batch.madeAt)}` },
              { key: 'sent', label: t('batch.sentAt'), value: batch.sentAt && formatMoment(batch.sentAt) },
              {
                key: 'hash',
                label: t('batch.hash'),
                value: <span className="fund-hash muted">{batch.fileSha256}</span>,
                wide: true,
              },
            ]}
          />
          {can(me, permissions.makePayments) && <Actions batch={batch} refresh={refresh} />}
          {batch.results.some((one) => one.state === 'applied') && (
            <p className="muted">
              {batch.results
                .filter((one) => one.state === 'applied')
                .map((one) =>
                  t('result.booked', { file: one.fileName, by: one.appliedBy, at: formatMoment(one.appliedAt ?? '') }),
                )
                .join('；')}
            </p>
          )}
          <Lines batch={batch} />
        </div>
      )}
    </Drawer>
  );
}
