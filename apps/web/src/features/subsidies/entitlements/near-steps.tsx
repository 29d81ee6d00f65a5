import type { NextStep } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Caution } from '../../../components/caution.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { PartyChoice } from '../../../components/party-choice.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { ListState } from '../../../lib/list-state.ts';
import { partyEntitlementsQuery } from './entitlement-query.ts';

function Step({ step }: { step: NextStep }) {
  const { t } = useTranslation(['entitlements', 'subsidies']);
  return (
    <li className={step.near ? 'near' : undefined}>
      <div className="near-head">
        <b>{step.itemName}</b>
        {step.policy.example && <ExampleMark />}
        {step.near && <StatusTag tone="warn">{t('near.one')}</StatusTag>}
        <small>
          {step.policy.title} · {step.clause}
        </small>
      </div>
      <p className="soft">{step.text}</p>
      <ul>
        {step.missing.map((one) => (
          <li key={`${one.code}${one.text}`}>
            <i aria-hidden="true">✕</i>
            <span>
              {one.text}
              {one.article && <small>{one.article}</small>}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** What one enterprise lacks for what it does not get yet: where exactly one thing is missing first. */
export function NearSteps({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation(['entitlements', 'subsidies']);
  const party = state.filters.party;
  const query = useQuery({ ...partyEntitlementsQuery(party ?? '', i18n.language), enabled: party !== undefined });
  const data = query.data;
  return (
    <div className="near-steps">
      <div className="near-choice">
        <PartyChoice value={party} onChange={(id) => state.set({ party: id })} label={t('near.choose')} />
        {data && (
          <span className="soft">
            {t('near.has', { total: data.entitlements.filter((one) => one.state === 'offered').length })}{' '}
            <Link className="link" to={`?party=${data.party.id}`}>
              {t('near.showHas')}
            </Link>
          </span>
        )}
      </div>
      {!party && <EmptyState title={t('near.none')}>{t('near.noneText')}</EmptyState>}
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {party && query.isPending && <SkeletonLines lines={6} />}
      {data?.bannedUntil && <Caution>{t('subsidies:banned', { until: data.bannedUntil })}</Caution>}
      {data && data.next.length === 0 && <EmptyState title={t('near.all')}>{t('near.allText')}</EmptyState>}
      {data && data.next.length > 0 && (
        <ul className="near-list panel">
          {data.next.map((step) => (
            <Step key={`${step.policy.versionId}${step.item}`} step={step} />
          ))}
        </ul>
      )}
    </div>
  );
}
