import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';

type Page = RouteOutput<typeof routes.listOfficerAccounts>;
type Row = Page['items'][number];
type Choice = { readonly id: string; readonly userId: string | null };

interface CellProps {
  readonly row: Row;
  readonly accounts: Page['accounts'];
  readonly busy: boolean;
  readonly onLink: (choice: Choice) => void;
}

/** The account that stands for an officer: confirmed, to be confirmed, or to be chosen. */
function AccountCell({ row, accounts, busy, onLink }: CellProps) {
  const { t } = useTranslation('organisation');
  const { link, suggestion, officerId: id } = row;
  if (link !== null)
    return (
      <div className="account-cell">
        <b>{link.name}</b>
        {!link.active && <StatusTag tone="late">{t('accounts.disabled')}</StatusTag>}
        {link.fromName && (
          <Button size="small" type="primary" disabled={busy} onClick={() => onLink({ id, userId: link.userId })}>
            {t('accounts.confirm')}
          </Button>
        )}
        <Button
          size="small"
          type="text"
          disabled={busy}
          aria-label={`${t('accounts.unlink')} ${row.name}`}
          onClick={() => onLink({ id, userId: null })}
        >
          {t('accounts.unlink')}
        </Button>
        <span className="cell-sub">
          {link.fromName
            ? t('accounts.fromName')
            : t('accounts.setBy', { by: link.setByName, at: formatMoment(link.setAt) })}
        </span>
      </div>
    );
  return (
    <div className="account-cell">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        className="account-choice"
        aria-label={`${t('accounts.choose')} ${row.name}`}
        placeholder={t('accounts.choose')}
        disabled={busy}
        value={null}
        options={accounts.map((one) => ({ value: one.userId, label: one.name }))}
        onChange={(userId: string | null) => onLink({ id, userId })}
      />
      {suggestion !== null && (
        <Button size="small" disabled={busy} onClick={() => onLink({ id, userId: suggestion })}>
          {t('accounts.suggest')}
        </Button>
      )}
    </div>
  );
}

function useColumns(cell: Omit<CellProps, 'row'>): Column<Row>[] {
  const { t } = useTranslation('organisation');
  return [
    { key: 'name', title: t('name'), phone: 'title', render: (row) => <b className="cell-title">{row.name}</b> },
    {
      key: 'unit',
      title: t('body'),
      render: (row) => (
        <>
          {row.unit ?? '—'}
          {row.post && <span className="cell-sub">{row.post}</span>}
        </>
      ),
    },
    {
      key: 'account',
      title: t('accounts.account'),
      phone: 'wide',
      width: 380,
      render: (row) => <AccountCell row={row} {...cell} />,
    },
  ];
}

const STANDINGS = ['yes', 'no', 'from-name'] as const;

/** Which account signs in for which officer of the register. */
export function OfficerAccounts() {
  const { t } = useTranslation('organisation');
  const queries = useQueryClient();
  const state = useListState({ filters: ['q', 'linked'] }, 'a.');
  const query = useQuery({
    queryKey: ['officer-accounts', state.query],
    queryFn: ({ signal }) => api.listOfficerAccounts({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
  });
  const link = useMutation({
    mutationFn: ({ id, userId }: Choice) => api.linkOfficerAccount({ params: { id }, body: { userId } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['officer-accounts'] }),
        queries.invalidateQueries({ queryKey: ['inspectors'] }),
      ]),
  });
  const columns = useColumns({
    accounts: query.data?.accounts ?? [],
    busy: link.isPending,
    onLink: (choice) => link.mutate(choice),
  });
  return (
    <>
      <p className="soft officer-note">{t('accounts.note')}</p>
      {link.error && <ErrorBox error={link.error} />}
      <DataTable
        id="officer-accounts"
        label={t('tab.accounts')}
        columns={columns}
        query={query}
        state={state}
        rowKey={(row) => row.officerId}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('accounts.search')} />
            <ChoiceFilter
              state={state}
              name="linked"
              label={t('accounts.standing')}
              options={STANDINGS.map((value) => ({ value, label: t(`accounts.standings.${value}`) }))}
            />
          </FilterBar>
        }
        empty={{ title: t('accounts.empty'), text: t('accounts.emptyText') }}
      />
    </>
  );
}
