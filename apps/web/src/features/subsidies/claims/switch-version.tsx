import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { permissions } from '../../../config/permissions.ts';
import { api } from '../../../lib/api.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { type Claim, claimKeys } from './claim-query.ts';
import { ComparisonView } from './comparison.tsx';

type Newer = NonNullable<Claim['newerVersion']>;
const SHORTEST = 2;

function SwitchDialog({ claim, newer, onClose }: { claim: Claim; newer: Newer; onClose: () => void }) {
  const { t, i18n } = useTranslation(['claims', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { versionId } = newer;
  const compared = useQuery({
    queryKey: ['claim-check', claim.id, versionId, i18n.language],
    queryFn: ({ signal }) => api.compareClaimVersion({ params: { id: claim.id }, query: { versionId } }, signal),
  });
  const change = useMutation({
    mutationFn: () =>
      api.switchClaimVersion({
        params: { id: claim.id },
        body: { versionId, reason: reason.trim(), version: claim.version },
      }),
    onSuccess: () => {
      message.success(t('switch.done', { n: newer.version }));
      for (const queryKey of [...claimKeys(claim.id), ['file', claim.id]]) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} width={600} title={t('switch.title', { n: newer.version })}>
      <div className="stack-tight">
        {compared.isPending && <SkeletonLines lines={4} />}
        {compared.error && <ErrorBox error={compared.error} onRetry={() => compared.refetch()} />}
        {compared.data && <ComparisonView comparison={compared.data} />}
        <Input.TextArea
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder={t('switch.reason')}
          aria-label={t('switch.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        {change.error && <ErrorBox error={change.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={change.isPending}
            disabled={reason.trim().length < SHORTEST || !compared.data}
            onClick={() => change.mutate()}
          >
            {t('switch.run')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

/** A newer version of the policy is in force; the claim keeps its own until someone switches it, having seen what changes. */
export function SwitchVersion({ claim, newer }: { claim: Claim; newer: Newer }) {
  const { t } = useTranslation('claims');
  const [open, setOpen] = useState(false);
  const may = can(useMe(), permissions.switchClaims) && claim.canSwitch;
  return (
    <section className="claim-note calm" aria-label={t('switch.label')}>
      <p>{t('switch.text', { newer: newer.version, own: claim.policy.version })}</p>
      {may ? <Button onClick={() => setOpen(true)}>{t('switch.open')}</Button> : null}
      {open && <SwitchDialog claim={claim} newer={newer} onClose={() => setOpen(false)} />}
    </section>
  );
}
