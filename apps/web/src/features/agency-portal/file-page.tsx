import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { useBeginRequest, useDesk } from './desk-query.ts';
import { MatterList } from './matter-list.tsx';
import { NotRegistered } from './not-registered.tsx';
import './agency-portal.css';

/** The agency as the register has it, and how to change that. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const query = useDesk();
  const begin = useBeginRequest();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const desk = query.data;
  const open = desk.requests.find(
    (one) => one.kind === 'change' && ['draft', 'submitted', 'returned'].includes(one.state),
  );
  return (
    <div className="page agency-portal">
      <PageHeader
        title={t('portal.file')}
        meta={<span>{t('portal.fileMeta')}</span>}
        actions={
          desk.agency && (
            <Button
              type="primary"
              disabled={open !== undefined}
              loading={begin.isPending}
              onClick={() => begin.mutate(desk)}
            >
              {t('portal.change')}
            </Button>
          )
        }
      />
      {begin.error && <ErrorBox error={begin.error} />}
      {desk.agency === null ? (
        <NotRegistered desk={desk} />
      ) : (
        <Section
          title={t('portal.registered')}
          note={open ? t('portal.changeOpen', { number: open.number }) : undefined}
        >
          <Descriptions
            items={desk.fields.map((field) => ({ key: field.code, label: field.label, value: field.shown }))}
          />
        </Section>
      )}
      <Section title={t('portal.requests')}>
        {desk.requests.length === 0 ? (
          <p className="soft">{t('portal.noRequests')}</p>
        ) : (
          <MatterList matters={desk.requests} />
        )}
      </Section>
    </div>
  );
}
