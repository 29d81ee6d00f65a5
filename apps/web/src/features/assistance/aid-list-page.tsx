import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AidTable } from './aid-table.tsx';
import { ExpertTab } from './expert-tab.tsx';
import './assistance.css';

/** Rights aid: requests, and the experts who help. */
export function Page() {
  const { t } = useTranslation('assistance');
  const me = useMe();
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<span>{t('meta')}</span>} />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'requests', label: t('tab.requests'), render: () => <AidTable /> },
          ...(can(me, permissions.readAidExperts)
            ? [{ key: 'experts', label: t('tab.experts'), render: () => <ExpertTab /> }]
            : []),
        ]}
      />
    </div>
  );
}
