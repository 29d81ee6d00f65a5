import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton, SkeletonLines } from '../../../components/skeleton.tsx';
import { formatYuan } from '../../../lib/format.ts';
import { ClaimList } from '../claim-list.tsx';
import { Deadlines } from '../deadlines.tsx';
import { EntitlementRow } from '../entitlement-row.tsx';
import { NextSteps } from '../next-steps.tsx';
import { useOwnAlerts, useOwnClaims, useOwnEntitlements } from '../own-query.ts';
import '../portal-pages.css';

const SHOWN = 5;

function Claims() {
  const { t } = useTranslation('portal');
  const claims = useOwnClaims();
  const all = (
    <Link className="link" to="/applications">
      {t('all')}
    </Link>
  );
  return (
    <Section title={t('claims')} extra={all}>
      {claims.error && <ErrorBox error={claims.error} onRetry={() => void claims.refetch()} />}
      {claims.isPending && <SkeletonLines />}
      {claims.data &&
        (claims.data.items.length === 0 ? (
          <p className="soft">{t('noClaims')}</p>
        ) : (
          <ClaimList claims={claims.data.items.slice(0, SHOWN)} />
        ))}
    </Section>
  );
}

function Due() {
  const { t } = useTranslation('portal');
  const alerts = useOwnAlerts();
  const all = (
    <Link className="link" to="/rights">
      {t('all')}
    </Link>
  );
  return (
    <Section title={t('deadlines')} extra={all}>
      {alerts.error && <ErrorBox error={alerts.error} onRetry={() => void alerts.refetch()} />}
      {alerts.isPending && <SkeletonLines />}
      {alerts.data &&
        (alerts.data.items.length === 0 ? (
          <p className="soft">{t('noDeadlines')}</p>
        ) : (
          <Deadlines alerts={alerts.data.items.slice(0, SHOWN)} />
        ))}
    </Section>
  );
}

/** Where an enterprise starts: what it can have, what is missing for more, what is under way, what falls due. */
export function Page() {
  const { t } = useTranslation(['portal', 'common']);
  const query = useOwnEntitlements();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { party, entitlements, next, bannedUntil, factsAsOf } = query.data;
  const offered = entitlements.filter((one) => one.state === 'offered');
  const sum = offered.reduce((total, one) => total + one.amountFen, 0);
  const near = next.filter((one) => one.near);
  return (
    <div className="page portal-page">
      <PageHeader
        title={party.name}
        meta={
          <>
            {party.uscc && <MetaItem label={t('uscc')}>{party.uscc}</MetaItem>}
            {party.town && <MetaItem label={t('town')}>{party.town}</MetaItem>}
            <MetaItem label={t('asOf')}>{factsAsOf}</MetaItem>
          </>
        }
      />
      {bannedUntil && <p className="own-banned">{t('banned', { until: bannedUntil })}</p>}
      <div className="portal-columns">
        <div>
          <Section
            title={t('offered')}
            note={offered.length > 0 ? t('offeredSum', { n: offered.length, sum: formatYuan(sum) }) : t('offeredNote')}
          >
            {offered.length === 0 ? (
              <EmptyState title={t('nothingOffered')}>{t('nothingOfferedText')}</EmptyState>
            ) : (
              <ul className="own-entitlements">
                {offered.map((one) => (
                  <EntitlementRow key={one.id} entitlement={one} />
                ))}
              </ul>
            )}
          </Section>
          {near.length > 0 && (
            <Section title={t('nearTitle')} note={t('nearNote')}>
              <NextSteps steps={near.slice(0, SHOWN)} />
            </Section>
          )}
        </div>
        <aside>
          <Claims />
          <Due />
        </aside>
      </div>
    </div>
  );
}
