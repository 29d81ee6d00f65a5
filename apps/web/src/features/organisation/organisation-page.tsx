import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { BodyTree } from './body-tree-view.tsx';
import { OfficerAccounts } from './officer-accounts.tsx';
import { OfficerList } from './officer-list.tsx';
import './organisation.css';

/** Bodies of the district with posts and staffing, and the officers with their certificates. */
export function Page() {
  const { t, i18n } = useTranslation('organisation');
  const me = useMe();
  const seesOfficers = can(me, permissions.readOfficers);
  const query = useQuery({
    queryKey: ['organisations', i18n.language],
    queryFn: ({ signal }) => api.listOrganisations({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const bodies = query.data.organisations;
  const established = bodies.reduce((sum, body) => sum + body.established, 0);
  const filled = bodies.reduce((sum, body) => sum + body.filled, 0);
  const gaps = bodies.filter((body) => body.filled < body.established).length;
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('meta')} />
      <div className="organisation-figures">
        <Figures
          items={[
            { key: 'bodies', label: t('bodies'), value: bodies.length, unit: t('unit.body') },
            {
              key: 'posts',
              label: t('established'),
              value: established,
              unit: t('unit.post'),
            },
            {
              key: 'filled',
              label: t('filled'),
              value: filled,
              unit: t('unit.person'),
              ...(seesOfficers ? { href: '/organisation?tab=officers' } : {}),
            },
            {
              key: 'gaps',
              label: t('vacant'),
              value: established - filled,
              unit: t('unit.post'),
              note: t('gapsNote', { gaps }),
              href: '/organisation?gaps=true',
              ...(established > filled ? { tone: 'warn' as const } : {}),
            },
          ]}
        />
      </div>
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'bodies', label: t('tab.bodies'), render: () => <BodyTree bodies={bodies} /> },
          ...(seesOfficers
            ? [{ key: 'officers', label: t('tab.officers'), render: () => <OfficerList bodies={bodies} /> }]
            : []),
          ...(can(me, permissions.linkOfficers)
            ? [{ key: 'accounts', label: t('tab.accounts'), render: () => <OfficerAccounts /> }]
            : []),
        ]}
      />
    </div>
  );
}
