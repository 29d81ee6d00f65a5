import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import { FirstPassword } from './first-password.tsx';
import { ProfileForm } from './profile-form.tsx';
import { RoleEditor } from './role-editor.tsx';
import type { Account } from './users-query.ts';

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="account-part">
      <h3>{title}</h3>
      {note && <p className="soft">{note}</p>}
      {children}
    </section>
  );
}

/** Unlocking is part of a new first password; disabling signs the person out at once. */
function Access({ account }: { account: Account }) {
  const { t } = useTranslation(['users', 'common']);
  const me = useMe();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  const reset = useMutation({
    mutationFn: () => api.resetPassword({ params: { id: account.id } }),
    onSuccess: refresh,
  });
  const status = useMutation({
    mutationFn: (next: 'active' | 'disabled') =>
      api.updateAccount({ params: { id: account.id }, body: { status: next } }),
    onSuccess: refresh,
  });
  const ask = (key: string, run: () => Promise<unknown>, danger: boolean) =>
    modal.confirm({
      title: t(`access.${key}Title`, { name: account.displayName }),
      content: t(`access.${key}Text`),
      icon: null,
      okText: t(`access.${key}`),
      okButtonProps: { danger },
      cancelText: t('common:cancel'),
      onOk: () => run().catch(() => undefined),
    });
  const mayReset = can(me, permissions.resetPasswords);
  const mayUpdate = can(me, permissions.updateAccounts);
  if (!mayReset && !mayUpdate) return null;
  return (
    <Part title={t('access.title')} note={account.status === 'locked' ? t('access.lockedNote') : undefined}>
      <div className="row">
        {mayReset && (
          <Button loading={reset.isPending} onClick={() => ask('reset', () => reset.mutateAsync(), false)}>
            {t(account.status === 'locked' ? 'access.unlock' : 'access.reset')}
          </Button>
        )}
        {mayUpdate &&
          (account.status === 'disabled' ? (
            <Button loading={status.isPending} onClick={() => ask('enable', () => status.mutateAsync('active'), false)}>
              {t('access.enable')}
            </Button>
          ) : (
            <Button
              danger
              loading={status.isPending}
              onClick={() => ask('disable', () => status.mutateAsync('disabled'), true)}
            >
              {t('access.disable')}
            </Button>
          ))}
      </div>
      {(reset.error ?? status.error) && <ErrorBox error={reset.error ?? status.error} />}
      {reset.data && <FirstPassword username={account.username} password={reset.data.firstPassword} />}
    </Part>
  );
}

function Content({ account }: { account: Account }) {
  const { t } = useTranslation('users');
  const me = useMe();
  const own = account.id === me.userId;
  const mayGrant = can(me, permissions.grantRoles);
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack">
      <div className="row">
        <StatusTag tone={toneOf(account.status)}>{t(`statuses.${account.status}`)}</StatusTag>
        <span className="mono">{account.username}</span>
        {own && <span className="muted">{t('own')}</span>}
      </div>
      {editing ? (
        <ProfileForm account={account} onDone={() => setEditing(false)} />
      ) : (
        <div>
          <Descriptions
            items={[
              { key: 'name', label: t('displayName'), value: account.displayName },
              { key: 'body', label: t('body'), value: account.organisationName },
              { key: 'totp', label: t('totp'), value: t(account.totpEnabled ? 'on' : 'off') },
              {
                key: 'last',
                label: t('lastSignIn'),
                value: account.lastSignInAt ? formatMoment(account.lastSignInAt) : t('never'),
              },
              {
                key: 'password',
                label: t('passwordChanged'),
                value: account.passwordChangedAt && formatMoment(account.passwordChangedAt),
              },
              {
                key: 'locked',
                label: t('lockedTo'),
                value: account.lockedUntil && formatMoment(account.lockedUntil),
              },
            ]}
          />
          {can(me, permissions.updateAccounts) && (
            <button type="button" className="link account-edit" onClick={() => setEditing(true)}>
              {t('profile.edit')}
            </button>
          )}
        </div>
      )}
      <Part title={t('roles')} note={mayGrant ? t('grant.note') : t('grant.notYou')}>
        <RoleEditor
          key={JSON.stringify(account.roles)}
          account={account}
          editable={mayGrant && !own}
          reason={mayGrant && own ? t('grant.own') : undefined}
        />
      </Part>
      <Access account={account} />
    </div>
  );
}

/** One account: who, what roles where, and what can be done with it. */
export function AccountDrawer({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
  return (
    <Drawer open={account !== undefined} onClose={onClose} title={account?.displayName} size={600} destroyOnHidden>
      {account && <Content key={account.id} account={account} />}
    </Drawer>
  );
}
