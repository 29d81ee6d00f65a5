import type { EntitlementView } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Money } from '../../../components/money.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { api } from '../../../lib/api.ts';
import { describeError } from '../../../lib/describe-error.ts';
import { type ClaimGroup, groupClaims } from './group-claims.ts';

interface Outcome {
  readonly id?: string;
  readonly number?: string;
  readonly refusal?: string;
}

interface OpenClaimsProps {
  readonly entitlements: readonly EntitlementView[];
  readonly onClose: (done: boolean) => void;
}

/** Opens the claims one after the other: a refusal of one leaves the others open. */
function useOpening(groups: readonly ClaimGroup[]) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const made: Outcome[] = [];
    for (const group of groups) {
      let outcome: Outcome;
      try {
        const entitlementIds = group.entitlements.map((one) => one.id);
        outcome = await api.createClaim({ body: { partyId: group.partyId, entitlementIds } });
      } catch (error) {
        const text = describeError(error, t);
        outcome = { refusal: text.detail ?? text.title };
      }
      made.push(outcome);
      setOutcomes((before) => ({ ...before, [group.key]: outcome }));
    }
    setBusy(false);
    for (const key of ['entitlements', 'entitlement', 'party-entitlements', 'claims', 'files'])
      void queries.invalidateQueries({ queryKey: [key] });
    return made;
  };
  return { outcomes, busy, run };
}

function GroupRow({ group, outcome }: { group: ClaimGroup; outcome: Outcome | undefined }) {
  const { t } = useTranslation('entitlements');
  return (
    <li>
      <div>
        <b>{group.partyName}</b>
        <small>
          {group.policyTitle} · {t('open.lines', { total: group.entitlements.length })}
        </small>
        {outcome?.refusal && <small className="late">{outcome.refusal}</small>}
      </div>
      <Money fen={group.fen} example={group.example} unit />
      {outcome?.id && (
        <Link className="link mono" to={`/incentives/applications/${outcome.id}`}>
          {outcome.number}
        </Link>
      )}
      {outcome?.refusal && <StatusTag tone="late">{t('open.refused')}</StatusTag>}
    </li>
  );
}

/** Opens claims for what was found: first what would be opened, then what became of each. */
export function OpenClaims({ entitlements, onClose }: OpenClaimsProps) {
  const { t } = useTranslation(['entitlements', 'common']);
  const navigate = useNavigate();
  const [groups] = useState(() => groupClaims(entitlements));
  const { outcomes, busy, run } = useOpening(groups);
  const over = Object.keys(outcomes).length > 0;
  const start = async () => {
    const [only, ...others] = await run();
    if (only?.id && others.length === 0) void navigate(`/incentives/applications/${only.id}`);
  };
  return (
    <Modal
      open
      onCancel={() => onClose(over)}
      footer={null}
      width={620}
      mask={{ closable: false }}
      title={t('open.title', { total: groups.length })}
    >
      <div className="stack-tight">
        <p className="soft">{t('open.text')}</p>
        <ul className="claim-groups" aria-live="polite">
          {groups.map((group) => (
            <GroupRow key={group.key} group={group} outcome={outcomes[group.key]} />
          ))}
        </ul>
        <div className="row">
          {over && !busy ? (
            <Button type="primary" onClick={() => onClose(true)}>
              {t('common:close')}
            </Button>
          ) : (
            <>
              <Button type="primary" loading={busy} onClick={() => void start()}>
                {t('open.run', { total: groups.length })}
              </Button>
              <Button disabled={busy} onClick={() => onClose(false)}>
                {t('common:cancel')}
              </Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  );
}
