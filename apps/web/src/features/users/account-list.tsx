import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { toneOf } from '../../lib/tones.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { type Account, rolesQuery } from './users-query.ts';

function useColumns(hrefOf: (id: string) => string): Column<Account>[] {
  const { t } = useTranslation(['users', 'common']);
  const moment = (value: string | null) =>
    value ? <span className="mono">{formatMoment(value)}</span> : <span className="muted">{t('never')}</span>;
  return [
    {
      key: 'username',
      title: t('account'),
      sort: 'username',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row.id)}>
            {row.displayName}
          </Link>
          <span className="cell-sub mono">{row.username}</span>
        </>
      ),
    },
    {
      key: 'body',
      title: t('body'),
      sort: 'organisationName',
      phone: 'wide',
      render: (row) => row.organisationName ?? <span className="muted">—</span>,
    },
    {
      key: 'roles',
      title: t('roles'),
      phone: 'wide',
      render: (row) =>
        row.roles.length === 0 ? (
          <span className="warn">{t('noRoles')}</span>
        ) : (
          row.roles.map((role) => (
            <span key={role.role + role.placeCode} className="role-line">
              {role.label} <span className="muted">{role.placeLabel}</span>
            </span>
          ))
        ),
    },
    {
      key: 'status',
      title: t('status'),
      render: (row) => (
        <>
          <StatusTag tone={toneOf(row.status)}>{t(`statuses.${row.status}`)}</StatusTag>
          {row.lockedUntil && (
            <span className="cell-sub">{t('lockedUntil', { at: formatMoment(row.lockedUntil) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'totp',
      title: t('totp'),
      render: (row) => <span className={row.totpEnabled ? 'good' : 'muted'}>{t(row.totpEnabled ? 'on' : 'off')}</span>,
    },
    { key: 'lastSignInAt', title: t('lastSignIn'), sort: 'lastSignInAt', render: (row) => moment(row.lastSignInAt) },
    {
      key: 'passwordChangedAt',
      title: t('passwordChanged'),
      sort: 'passwordChangedAt',
      optional: true,
      render: (row) => moment(row.passwordChangedAt),
    },
  ];
}

/** Accounts of the district; one opens beside the list. */
export function AccountList() {
  const { t, i18n } = useTranslation('users');
  const state = useListState({ filters: ['q', 'role', 'status'], sort: 'username' });
  const [params, setParams] = useSearchParams();
  const roles = useQuery(rolesQuery(i18n.language)).data?.roles ?? [];
  const query = useQuery({
    queryKey: ['accounts', state.query, i18n.language],
    queryFn: ({ signal }) => api.listAccounts({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
  });
  const hrefOf = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('account', id);
    return `/users?${next}`;
  };
  const close = () =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('account');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <DataTable
        id="accounts"
        label={t('tab.accounts')}
        columns={useColumns(hrefOf)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => hrefOf(row.id)}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} />
            <ChoiceFilter
              state={state}
              name="role"
              label={t('roles')}
              options={roles.map((role) => ({ value: role.role, label: role.label }))}
            />
            <ChoiceFilter
              state={state}
              name="status"
              label={t('status')}
              options={(['active', 'locked', 'disabled'] as const).map((value) => ({
                value,
                label: t(`statuses.${value}`),
              }))}
            />
          </FilterBar>
        }
      />
      <AccountDrawer account={query.data?.items.find((row) => row.id === params.get('account'))} onClose={close} />
    </>
  );
}
