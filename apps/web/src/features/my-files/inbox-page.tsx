import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { FileList } from './file-list.tsx';
import { NoticeList } from './notice-list.tsx';
import { PartnerDesk } from './partner-desk.tsx';
import './my-files.css';

/** What waits for me, of whatever procedure; what is under way and done in my reach; what files told me. People of partner bodies see first what was handed to them. */
export function Page() {
  const { t } = useTranslation(['my-files', 'shell']);
  const me = useMe();
  const partner = me.roles.some((one) => one.role === 'department') && can(me, permissions.readPartnerDesk);
  return (
    <div className="page">
      <PageHeader title={t(partner ? 'partner.title' : 'title')} meta={t(partner ? 'partner.intro' : 'intro')} />
      {partner && <PartnerDesk />}
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'mine', label: t('tab.mine'), render: () => <FileList key="mine" part="mine" /> },
          { key: 'open', label: t('tab.open'), render: () => <FileList key="open" part="open" /> },
          { key: 'closed', label: t('tab.closed'), render: () => <FileList key="closed" part="closed" /> },
          { key: 'notices', label: t('tab.notices'), render: () => <NoticeList /> },
        ]}
      />
    </div>
  );
}
