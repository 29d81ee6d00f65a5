import type { EntitlementView } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { api } from '../../../lib/api.ts';

const SHORTEST = 2;

interface DeclineProps {
  readonly entitlements: readonly EntitlementView[];
  readonly onClose: (done: boolean) => void;
}

/** Notes that enterprises do not want what they are entitled to, and why. */
export function DeclineDialog({ entitlements, onClose }: DeclineProps) {
  const { t } = useTranslation(['entitlements', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const decline = useMutation({
    mutationFn: async () => {
      for (const one of entitlements)
        await api.declineEntitlement({ params: { id: one.id }, body: { reason: reason.trim() } });
    },
    onSuccess: () => {
      message.success(t('decline.done', { total: entitlements.length }));
      onClose(true);
    },
    onSettled: () => {
      for (const key of ['entitlements', 'entitlement', 'party-entitlements'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <Modal
      open
      onCancel={() => onClose(false)}
      footer={null}
      title={t('decline.title', { total: entitlements.length })}
    >
      <div className="stack-tight">
        <ul className="plain-list">
          {entitlements.slice(0, 8).map((one) => (
            <li key={one.id}>
              {one.party.name} · {one.label}
            </li>
          ))}
          {entitlements.length > 8 && <li className="muted">{t('more', { total: entitlements.length - 8 })}</li>}
        </ul>
        <p className="soft">{t('decline.text')}</p>
        <Input.TextArea
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder={t('decline.reason')}
          aria-label={t('decline.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {decline.error && <ErrorBox error={decline.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={decline.isPending}
            disabled={reason.trim().length < SHORTEST}
            onClick={() => decline.mutate()}
          >
            {t('decline.button')}
          </Button>
          <Button onClick={() => onClose(false)}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
