import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { useDesk } from './desk-query.ts';
import { MatterList } from './matter-list.tsx';
import './agency-portal.css';

const WAITING = ['sent', 'supplement', 'unanswered'];

/** Inquiries of the office: those to be answered first. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const query = useDesk();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { inquiries } = query.data;
  const waiting = inquiries.filter((one) => WAITING.includes(one.state));
  const others = inquiries.filter((one) => !WAITING.includes(one.state));
  return (
    <div className="page agency-portal">
      <PageHeader title={t('tab.inquiries')} meta={<span>{t('inquiry.meta')}</span>} />
      <Section title={t('inquiry.waiting')}>
        {waiting.length === 0 ? <p className="soft">{t('inquiry.noWaiting')}</p> : <MatterList matters={waiting} />}
      </Section>
      {others.length > 0 && (
        <Section title={t('inquiry.done')}>
          <MatterList matters={others} />
        </Section>
      )}
    </div>
  );
}
