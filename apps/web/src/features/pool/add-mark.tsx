import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import type { PoolEntry } from './pool-query.ts';

/** Takes a registered mark of the register into the pool. */
export function AddMark({ inPool, onClose }: { inPool: readonly PoolEntry[]; onClose: () => void }) {
  const { t } = useTranslation(['pool', 'labels', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const known = new Set(inPool.map((entry) => entry.trademarkId));
  const found = useQuery({
    queryKey: ['trademarks', 'pool', q],
    queryFn: ({ signal }) => api.listTrademarks({ query: { q, status: 'registered', pageSize: 8 } }, signal),
    enabled: q !== '',
  });
  const add = useMutation({
    mutationFn: (trademarkId: string) => api.addPoolEntry({ body: { trademarkId } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['pool'] });
      message.success(t('add.done'));
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('add.title')} footer={null} width={560}>
      <p className="soft pool-add-text">{t('add.text')}</p>
      <Input
        value={text}
        autoFocus
        allowClear
        maxLength={60}
        placeholder={t('add.search')}
        aria-label={t('add.search')}
        onChange={(event) => setText(event.target.value)}
      />
      {found.isFetching && <SkeletonLines lines={3} />}
      {found.error && <ErrorBox error={found.error} onRetry={() => found.refetch()} />}
      {!found.isFetching && found.data?.items.length === 0 && <p className="soft pool-add-text">{t('add.none')}</p>}
      <ul className="pool-found">
        {!found.isFetching &&
          found.data?.items.map((mark) => (
            <li key={mark.id}>
              <div>
                <b>{mark.name || mark.registrationNo}</b>
                <small>
                  {t('labels:niceClass', { n: mark.niceClass })} · {mark.registrationNo} ·{' '}
                  {mark.holders.map((holder) => holder.name).join(' ')}
                </small>
              </div>
              <Button
                disabled={known.has(mark.id)}
                loading={add.isPending && add.variables === mark.id}
                onClick={() => add.mutate(mark.id)}
              >
                {t(known.has(mark.id) ? 'add.known' : 'add.ok')}
              </Button>
            </li>
          ))}
      </ul>
      {add.error && <ErrorBox error={add.error} />}
    </Modal>
  );
}
