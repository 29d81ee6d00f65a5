import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { ClaimList } from '../claim-list.tsx';
import { useOwnClaims } from '../own-query.ts';
import '../portal-pages.css';

const OVER = new Set(['done', 'refused', 'withdrawn']);

/** The enterprise's applications, those under way first. */
export function Page() {
  const { t } = useTranslation(['portal', 'common']);
  const navigate = useNavigate();
  const query = useOwnClaims();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items } = query.data;
  const running = items.filter((one) => !OVER.has(one.standing));
  const over = items.filter((one) => OVER.has(one.standing));
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('claims')}
        actions={
          <Button type="primary" onClick={() => void navigate('/applications/new')}>
            {t('applyOwn')}
          </Button>
        }
      />
      {items.length === 0 && <EmptyState title={t('noClaims')}>{t('noClaimsText')}</EmptyState>}
      {running.length > 0 && (
        <Section title={t('running')}>
          <ClaimList claims={running} />
        </Section>
      )}
      {over.length > 0 && (
        <Section title={t('over')}>
          <ClaimList claims={over} />
        </Section>
      )}
    </div>
  );
}
