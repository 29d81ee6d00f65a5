import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { DueTab } from './due-tab.tsx';
import { MadridTab } from './madrid-tab.tsx';
import { MaterialTab } from './material-tab.tsx';
import { ThreatTab } from './threat-tab.tsx';
import './trademark-portfolio.css';

/** The life of the district's marks: what falls due, what to oppose, what depends on a base, what is prepared. */
export function Page() {
  const { t } = useTranslation('trademark-portfolio');
  const me = useMe();
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<span>{t('meta')}</span>} />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'dues', label: t('tab.dues'), render: () => <DueTab /> },
          { key: 'threats', label: t('tab.threats'), render: () => <ThreatTab /> },
          { key: 'madrid', label: t('tab.madrid'), render: () => <MadridTab /> },
          ...(can(me, permissions.readMarkMaterial)
            ? [
                {
                  key: 'material',
                  label: t('tab.material'),
                  render: () => <MaterialTab />,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
