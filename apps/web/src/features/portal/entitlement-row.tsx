import type { EntitlementView } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatYuan } from '../../lib/format.ts';
import { EntitlementWhy } from './entitlement-why.tsx';

const tones: Record<EntitlementView['state'], Tone> = {
  offered: 'good',
  claimed: 'info',
  declined: 'plain',
  expired: 'plain',
  blocked: 'late',
};

/** One thing the enterprise is entitled to: the amount, on what ground, and the way to take it. */
export function EntitlementRow({ entitlement }: { entitlement: EntitlementView }) {
  const { t } = useTranslation(['portal', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [why, setWhy] = useState(false);
  const take = useMutation({
    mutationFn: () => api.createClaim({ body: { partyId: entitlement.party.id, entitlementIds: [entitlement.id] } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['own-entitlements'] });
      void queries.invalidateQueries({ queryKey: ['own-claims'] });
      void navigate(`/applications/${id}`);
    },
    onError: (error) => void message.error(describeError(error, t).title),
  });
  const { state, claimId } = entitlement;
  return (
    <li className="own-entitlement">
      <div className="own-amount">
        <b>{formatYuan(entitlement.amountFen)}</b>
        <small>{t('yuan')}</small>
        {entitlement.policy.example && <ExampleMark />}
      </div>
      <div className="own-what">
        <b>{entitlement.itemName}</b>
        <span>{entitlement.label}</span>
        <small>
          {entitlement.policy.title} · {entitlement.clause}
        </small>
        {state !== 'offered' && <StatusTag tone={tones[state]}>{t(`entitlementState.${state}`)}</StatusTag>}
        {entitlement.reason && <small>{entitlement.reason}</small>}
        {state === 'offered' && entitlement.missingMaterials.length > 0 && (
          <small>{t('toAttach', { papers: entitlement.missingMaterials.join('、') })}</small>
        )}
      </div>
      <div className="own-actions">
        <button type="button" className="link" onClick={() => setWhy(true)}>
          {t('why')}
        </button>
        {state === 'offered' && (
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
            {t('take')}
          </Button>
        )}
        {claimId && <Button onClick={() => void navigate(`/applications/${claimId}`)}>{t('toClaim')}</Button>}
      </div>
      {why && <EntitlementWhy id={entitlement.id} onClose={() => setWhy(false)} />}
    </li>
  );
}
