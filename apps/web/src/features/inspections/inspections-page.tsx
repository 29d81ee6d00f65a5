import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { CampaignsTab } from './campaigns-tab.tsx';
import { DrawsTab } from './draws-tab.tsx';
import { FieldOutbox } from './field-outbox-list.tsx';
import { InspectorsTab } from './inspectors-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import './inspections.css';

/** Inspections: checks, special actions, double-random draws, officers. */
export function Page() {
  const { t } = useTranslation('inspections');
  const me = useMe();
  const tabs = [
    { key: 'tasks', label: t('tab.tasks'), render: () => <TasksTab /> },
    { key: 'campaigns', label: t('tab.campaigns'), render: () => <CampaignsTab /> },
    { key: 'draws', label: t('tab.draws'), render: () => <DrawsTab /> },
    { key: 'inspectors', label: t('tab.inspectors'), render: () => <InspectorsTab /> },
  ];
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('meta')}</span>}
        actions={
          can(me, permissions.workInspections) && (
            <Link className="link" to="/protection/inspections/field">
              {t('field.mine')} →
            </Link>
          )
        }
      />
      <FieldOutbox />
      <PageTabs label={t('title')} tabs={tabs} />
    </div>
  );
}
