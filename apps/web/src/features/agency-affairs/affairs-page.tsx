import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { InquiriesTab } from './inquiries-tab.tsx';
import { ReportsTab } from './reports-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';

/** What agencies and the office have with each other: registrations and changes, annual reports, inquiries. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const me = useMe();
  const tabs = [
    {
      key: 'requests',
      label: t('tab.requests'),
      permission: permissions.readAgencyRequests,
      render: () => <RequestsTab />,
    },
    {
      key: 'reports',
      label: t('tab.reports'),
      permission: permissions.readAnnualReports,
      render: () => <ReportsTab />,
    },
    {
      key: 'inquiries',
      label: t('tab.inquiries'),
      permission: permissions.readInquiries,
      render: () => <InquiriesTab />,
    },
  ].filter((tab) => can(me, tab.permission));
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<span>{t('meta')}</span>} />
      <PageTabs label={t('title')} tabs={tabs} />
    </div>
  );
}
