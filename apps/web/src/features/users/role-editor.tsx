import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { GrantRows } from './grant-rows.tsx';
import { complete, type Grant, grantsOf, problemOf } from './grants.ts';
import { type Account, rolesQuery } from './users-query.ts';

/** Roles and places of an account. What the server refuses is said here, with the choice kept. */
export function RoleEditor({
  account,
  editable,
  reason,
}: {
  account: Account;
  editable: boolean;
  /** Why someone who may grant cannot change this account. */
  reason: string | undefined;
}) {
  const { t, i18n } = useTranslation(['users', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery(i18n.language)).data?.roles ?? [];
  const [grants, setGrants] = useState<readonly Grant[]>();
  const save = useMutation({
    mutationFn: (next: readonly Grant[]) =>
      api.grantRoles({ params: { id: account.id }, body: { roles: complete(next) } }),
    onSuccess: async () => {
      message.success(t('grant.saved'));
      setGrants(undefined);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  if (grants === undefined) {
    return (
      <div>
        {account.roles.length === 0 && <p className="warn">{t('noRoles')}</p>}
        <ul className="role-lines">
          {account.roles.map((role) => (
            <li key={role.role + role.placeCode}>
              <b>{role.label}</b> {role.placeLabel}
            </li>
          ))}
        </ul>
        {reason && <p className="muted">{reason}</p>}
        {editable && (
          <Button size="small" onClick={() => setGrants(grantsOf(account.roles))}>
            {t('grant.edit')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="grant-editor">
      <GrantRows
        grants={grants}
        onChange={(next) => {
          save.reset();
          setGrants(next);
        }}
      />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={problemOf(grants, roles) === 'incomplete'}
          onClick={() => save.mutate(grants)}
        >
          {t('grant.save')}
        </Button>
        <Button
          onClick={() => {
            save.reset();
            setGrants(undefined);
          }}
        >
          {t('common:cancel')}
        </Button>
        <span className="muted">{t('grant.holds')}</span>
      </div>
    </div>
  );
}
