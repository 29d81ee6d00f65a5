import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AccountList } from './account-list.tsx';
import { CreateAccount } from './create-account.tsx';
import { RoleList } from './role-list.tsx';
import './users.css';

const hands = ['system', 'security', 'audit'] as const;

/** Who may sign in and what each may do where. Three administrators share the work and none can do it alone. */
export function Page() {
  const { t } = useTranslation('users');
  const me = useMe();
  const [creating, setCreating] = useState(false);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          can(me, permissions.createAccounts) && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('create.title')}
            </Button>
          )
        }
      />
      <ul className="panel three-hands" aria-label={t('hands.label')}>
        {hands.map((hand) => (
          <li key={hand} className={me.roles.some((role) => role.role === `${hand}-admin`) ? 'own' : undefined}>
            <b>{t(`family.${hand}`)}</b>
            <span>{t(`hands.${hand}`)}</span>
          </li>
        ))}
      </ul>
      <PageTabs
        label={t('title')}
        tabs={[
          { key: 'accounts', label: t('tab.accounts'), render: () => <AccountList /> },
          ...(can(me, permissions.readRoles)
            ? [{ key: 'roles', label: t('tab.roles'), render: () => <RoleList /> }]
            : []),
        ]}
      />
      <CreateAccount open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}
