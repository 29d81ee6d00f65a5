import type { EntitlementDetail } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Caution } from '../../../components/caution.tsx';
import { Materials } from '../../../components/claim-papers/materials.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { WhySteps } from '../../../components/why-panel.tsx';
import { permissions } from '../../../config/permissions.ts';
import { formatMoment, formatYuan } from '../../../lib/format.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { AmountWhy } from '../amount-why.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { entitlementQuery } from './entitlement-query.ts';
import { EntitlementStateTag } from './entitlement-state.tsx';
import { OpenClaims } from './open-claims.tsx';

function Checks({ found }: { found: EntitlementDetail }) {
  const { t } = useTranslation('subsidies');
  if (found.preconditions.length === 0) return null;
  return (
    <>
      <h3>{t('why.preconditions')}</h3>
      <WhySteps
        why={{
          title: t('why.preconditions'),
          steps: found.preconditions.map((one) => ({
            kind: one.outcome === 'met' ? 'met' : one.outcome === 'not-met' ? 'unmet' : 'note',
            text: one.label,
            basis: one.article,
            result: t(`outcome.${one.outcome}`),
          })),
        }}
      />
    </>
  );
}

function History({ found }: { found: EntitlementDetail }) {
  const { t } = useTranslation(['subsidies', 'common']);
  if (found.history.length === 0) return null;
  return (
    <>
      <h3>{t('why.history')}</h3>
      <ul className="history-list">
        {found.history.map((one) => (
          <li key={`${one.at}${one.kind}`}>
            <span className="muted mono">{formatMoment(one.at)}</span>
            <span>{one.text}</span>
            <span className="mono">{formatYuan(one.amountFen)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Body({ found, onAct }: { found: EntitlementDetail; onAct: (what: 'claim' | 'decline') => void }) {
  const { t } = useTranslation(['entitlements', 'subsidies', 'common']);
  const me = useMe();
  return (
    <div className="entitlement">
      <p className="entitlement-party">
        <Link className="link" to={`/enterprises/${found.party.id}`}>
          {found.party.name}
        </Link>{' '}
        <span className="muted mono">{found.party.uscc}</span>
        <EntitlementStateTag state={found.state} />
      </p>
      <p>{found.label}</p>
      <blockquote>
        <b>{found.clause}</b> {found.text}
        <cite>
          {found.policy.title} {t('subsidies:version', { n: found.policy.version })}
        </cite>
      </blockquote>
      <div className="row entitlement-acts">
        {found.claimId && (
          <Link to={`/incentives/applications/${found.claimId}`}>
            <Button tabIndex={-1}>{t('toClaim', { number: found.claimNumber })}</Button>
          </Link>
        )}
        {found.canClaim && can(me, permissions.fileClaims) && (
          <Button type="primary" onClick={() => onAct('claim')}>
            {t('open.one')}
          </Button>
        )}
        {found.canDecline && can(me, permissions.declineEntitlements) && (
          <Button onClick={() => onAct('decline')}>{t('decline.button')}</Button>
        )}
        {!found.canClaim && found.claimRefusal && <p className="soft">{found.claimRefusal}</p>}
      </div>
      {found.why && found.why.amountFen !== found.amountFen && (
        <Caution>{t('moved', { before: formatYuan(found.amountFen), after: formatYuan(found.why.amountFen) })}</Caution>
      )}
      <AmountWhy
        fen={found.why?.amountFen ?? found.amountFen}
        steps={found.why?.steps ?? found.steps}
        eligibility={found.why?.eligibility ?? null}
        achievement={found.why?.achievement ?? null}
        refusals={found.refusals}
        clause={found.clause}
        version={t('subsidies:versionFacts', { n: found.policy.version, on: found.factsAsOf })}
        mark={found.policy.example && <ExampleMark />}
      />
      <div className="amount-why">
        <Checks found={found} />
        <h3>{t('procedures:material.title')}</h3>
        <Materials materials={found.materials} />
        <History found={found} />
      </div>
    </div>
  );
}

/** One entitlement with everything it rests on, and what can be done with it. */
export function EntitlementDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('entitlements');
  const query = useQuery(entitlementQuery(id, i18n.language));
  const [act, setAct] = useState<'claim' | 'decline'>();
  const found = query.data;
  return (
    <Drawer open size={560} onClose={onClose} title={found?.itemName ?? t('loading')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={10} />}
      {found && <Body found={found} onAct={setAct} />}
      {found && act === 'claim' && <OpenClaims entitlements={[found]} onClose={() => setAct(undefined)} />}
      {found && act === 'decline' && <DeclineDialog entitlements={[found]} onClose={() => setAct(undefined)} />}
    </Drawer>
  );
}
