import type { PayableView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { formatDay } from '../../lib/format.ts';
import { OriginLink } from './origin-link.tsx';
import { useAddress } from './use-address.ts';

function AccountCell({ row }: { row: PayableView }) {
  const { t } = useTranslation('funds');
  const address = useAddress();
  return (
    <span className="fund-account">
      <button type="button" className="link" onClick={() => address.set({ account: row.party.id })}>
        {row.account ? t('masked', { last4: row.account.last4 }) : t('account.none')}
      </button>
      {row.account && <span className="cell-sub">{row.account.bankName}</span>}
    </span>
  );
}

/** Columns every list of payments shares. */
export function usePayableColumns(): Record<
  'party' | 'amount' | 'purpose' | 'account' | 'release',
  Column<PayableView>
> {
  const { t } = useTranslation('funds');
  return {
    party: {
      key: 'party',
      title: t('payee'),
      phone: 'title',
      sort: 'party',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/enterprises/${row.party.id}`}>
            {row.party.name}
          </Link>
          <span className="cell-sub mono">{row.party.uscc}</span>
        </>
      ),
    },
    amount: {
      key: 'amount',
      title: t('amount'),
      unit: t('yuan'),
      align: 'right',
      sort: 'amountFen',
      render: (row) => <Money fen={row.amountFen} />,
    },
    purpose: {
      key: 'purpose',
      title: t('purpose'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.purpose}
          <span className="cell-sub">
            <OriginLink origin={row.origin} />
          </span>
        </>
      ),
    },
    account: { key: 'account', title: t('account.title'), render: (row) => <AccountCell row={row} /> },
    release: {
      key: 'release',
      title: t('released'),
      sort: 'releasedAt',
      phone: 'hide',
      render: (row) => (
        <>
          {row.documentNo}
          <span className="cell-sub nowrap">
            {row.releasedBy} · {formatDay(row.releasedAt)}
          </span>
        </>
      ),
    },
  };
}
