import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../components/page-header.tsx';
import { PageTabs } from '../../../components/page-tabs.tsx';
import { permissions } from '../../../config/permissions.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { Candidates } from './candidates.tsx';
import { ListTable } from './list-table.tsx';
import { ObjectionTab } from './objection-tab.tsx';
import { candidatesQuery } from './publicity-query.ts';
import '../subsidies.css';
import '../claims/claims.css';
import './publicity.css';
import '../../../components/data-table.css';

/** Publicity: lists that were published, claims that wait for one, and objections. */
export function Page() {
  const { t, i18n } = useTranslation('publicity');
  const me = useMe();
  const mayPublish = can(me, permissions.publishLists);
  const waiting = useQuery({ ...candidatesQuery(i18n.language), enabled: mayPublish });
  const count = waiting.data?.groups.reduce((sum, group) => sum + group.claims.length, 0);
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('intro')} />
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'lists', label: t('tab.lists'), render: () => <ListTable /> },
          ...(mayPublish
            ? [
                {
                  key: 'waiting',
                  label: t('tab.waiting'),
                  ...(count === undefined ? {} : { count }),
                  render: () => <Candidates query={waiting} />,
                },
              ]
            : []),
          { key: 'objections', label: t('tab.objections'), render: () => <ObjectionTab /> },
        ]}
      />
    </div>
  );
}
