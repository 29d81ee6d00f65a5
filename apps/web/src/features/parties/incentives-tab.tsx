import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import './rights-tab.css';
import './incentives-tab.css';

function Money({ fen, example }: { fen: number | null; example: boolean }) {
  const { t } = useTranslation('parties');
  if (fen === null) return <span className="muted">—</span>;
  return (
    <span className="nowrap">
      {t('incentives.yuan', { sum: formatYuan(fen) })} {example && <ExampleMark />}
    </span>
  );
}

function Rows({ children, empty }: { children: readonly ReactNode[]; empty: string }) {
  return children.length === 0 ? <p className="soft">{empty}</p> : <ul className="memberships">{children}</ul>;
}

/** What a party is entitled to and what it applied for, each opening to its page. */
export function IncentivesTab({ id, name }: { id: string; name: string }) {
  const { t, i18n } = useTranslation('parties');
  const found = useQuery({
    queryKey: ['party-entitlements', id, i18n.language],
    queryFn: ({ signal }) => api.getPartyEntitlements({ params: { id } }, signal),
  });
  const claims = useQuery({
    queryKey: ['party-claims', id, i18n.language],
    queryFn: ({ signal }) => api.listClaims({ query: { party: id, pageSize: 100, sort: '-openedAt' } }, signal),
  });
  return (
    <div className="incentives-tab">
      <Section
        title={t('incentives.entitlements')}
        note={found.data && t('incentives.asOf', { on: found.data.factsAsOf })}
        extra={
          <Link className="link" to={`/incentives/entitlements?q=${encodeURIComponent(name)}`}>
            {t('incentives.open')}
          </Link>
        }
      >
        {found.error && <ErrorBox error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <SkeletonLines />}
        {found.data?.bannedUntil && <p className="late">{t('incentives.banned', { until: found.data.bannedUntil })}</p>}
        {found.data && (
          <Rows empty={t('incentives.none')}>
            {found.data.entitlements.map((one) => (
              <li key={one.id}>
                <div>
                  <b>{one.itemName}</b>
                  <StatusTag tone={one.state === 'offered' ? 'good' : 'plain'}>
                    {t(`incentives.state.${one.state}`)}
                  </StatusTag>
                </div>
                <span>
                  {one.label} · <Money fen={one.amountFen} example={one.policy.example} />
                </span>
                {one.reason && <span className="late">{one.reason}</span>}
                <small>
                  {one.policy.title} · {one.clause}
                </small>
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('incentives.claims')}>
        {claims.error && <ErrorBox error={claims.error} onRetry={() => void claims.refetch()} />}
        {claims.isPending && <SkeletonLines />}
        {claims.data && (
          <Rows empty={t('incentives.noClaims')}>
            {claims.data.items.map((one) => (
              <li key={one.id}>
                <div>
                  <Link to={`/incentives/applications/${one.id}`}>
                    <b>{one.items.join('、')}</b>
                  </Link>
                  <StatusTag tone={one.standing === 'done' ? 'good' : 'info'}>{one.stateLabel}</StatusTag>
                </div>
                <span>
                  {one.number} · <Money fen={one.approvedFen ?? one.claimedFen} example={one.policy.example} />
                </span>
                <small>{one.policy.title}</small>
              </li>
            ))}
          </Rows>
        )}
      </Section>
    </div>
  );
}
