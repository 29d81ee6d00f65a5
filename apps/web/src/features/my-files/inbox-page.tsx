import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { FileList } from './file-list.tsx';
import { NoticeList } from './notice-list.tsx';
import './my-files.css';

/** What waits for me, of whatever procedure; what is under way and done in my reach; what files told me. */
export function Page() {
  const { t } = useTranslation(['my-files', 'shell']);
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('intro')} />
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
