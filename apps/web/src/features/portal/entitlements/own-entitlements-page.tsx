import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { EntitlementRow } from '../entitlement-row.tsx';
import { NextSteps } from '../next-steps.tsx';
import { useOwnEntitlements } from '../own-query.ts';
import '../portal-pages.css';

/** Everything in force: what the enterprise gets, what it does not get yet and why. */
export function Page() {
  const { t } = useTranslation(['portal', 'common']);
  const navigate = useNavigate();
  const query = useOwnEntitlements();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { entitlements, next, factsAsOf } = query.data;
  const near = next.filter((one) => one.near);
  const far = next.filter((one) => !one.near);
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('entitlements')}
        meta={<MetaItem label={t('asOf')}>{factsAsOf}</MetaItem>}
        actions={<Button onClick={() => void navigate('/applications/new')}>{t('applyOwn')}</Button>}
      />
      <Section title={t('found')} note={t('foundNote')}>
        {entitlements.length === 0 ? (
          <EmptyState title={t('nothingOffered')}>{t('nothingOfferedText')}</EmptyState>
        ) : (
          <ul className="own-entitlements">
            {entitlements.map((one) => (
              <EntitlementRow key={one.id} entitlement={one} />
            ))}
          </ul>
        )}
      </Section>
      {near.length > 0 && (
        <Section title={t('nearTitle')} note={t('nearNote')}>
          <NextSteps steps={near} />
        </Section>
      )}
      {far.length > 0 && (
        <Section title={t('farTitle')} note={t('farNote')}>
          <NextSteps steps={far} />
        </Section>
      )}
    </div>
  );
}
