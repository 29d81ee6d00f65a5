import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { FigureTab } from './figure-tab.tsx';
import { HitInbox } from './hit-inbox.tsx';
import { NoticeTable } from './notice-table.tsx';
import { SourceTab } from './source-tab.tsx';
import './trademark-watch.css';

/** The watch: hits to judge, notices to platforms, sources and runs, figures of the yearly campaign. */
export function Page() {
  const { t } = useTranslation('trademark-watch');
  const me = useMe();
  return (
    <div className="page">
      <PageHeader title={t('watch.title')} meta={<span>{t('watch.meta')}</span>} />
      <PageTabs
        label={t('watch.title')}
        tabs={[
          { key: 'hits', label: t('watch.hits'), render: () => <HitInbox /> },
          ...(can(me, permissions.readPlatformNotices)
            ? [{ key: 'notices', label: t('notice.title'), render: () => <NoticeTable /> }]
            : []),
          { key: 'sources', label: t('watch.sources'), render: () => <SourceTab /> },
          { key: 'figures', label: t('figure.title'), render: () => <FigureTab /> },
        ]}
      />
    </div>
  );
}
