import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { OriginTab } from './origin-tab.tsx';
import { RegionTable } from './region-table.tsx';
import './assistance.css';

/** Help between districts, and the places infringing goods come from. */
export function Page() {
  const { t } = useTranslation('assistance');
  const me = useMe();
  return (
    <div className="page">
      <PageHeader title={t('region.title')} meta={<span>{t('region.meta')}</span>} />
      <PageTabs
        label={t('region.title')}
        tabs={[
          { key: 'letters', label: t('region.letters'), render: () => <RegionTable /> },
          ...(can(me, permissions.readOrigins)
            ? [{ key: 'origins', label: t('origin.title'), render: () => <OriginTab /> }]
            : []),
        ]}
      />
    </div>
  );
}
