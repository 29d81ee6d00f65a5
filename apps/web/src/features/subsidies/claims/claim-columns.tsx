import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../../components/data-table.tsx';
import { Money } from '../../../components/money.tsx';
import { DaysLeft } from '../../../components/procedure-panel/days-left.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { daysBetween, formatDay, today } from '../../../lib/format.ts';
import type { ClaimSummary } from './claim-query.ts';
import { claimTone } from './claim-tones.ts';

function Due({ claim }: { claim: ClaimSummary }) {
  if (claim.dueOn === null) return <span className="muted">—</span>;
  const waits = claim.state === 'publicised';
  return (
    <>
      <span className="mono">{claim.dueOn}</span>{' '}
      <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), claim.dueOn), waits }} />
      <span className="cell-sub">{claim.dueLabel}</span>
    </>
  );
}

export function useClaimColumns(): Column<ClaimSummary>[] {
  const { t } = useTranslation(['claims', 'common']);
  const money = (key: 'claimedFen' | 'approvedFen' | 'paidFen'): Column<ClaimSummary> => ({
    key,
    title: t(`column.${key}`),
    unit: t('common:unit.yuan'),
    align: 'right',
    ...(key === 'claimedFen' ? { sort: key } : {}),
    ...(key === 'paidFen' ? { optional: true } : {}),
    render: (row) => <Money fen={row[key] === 0 && key === 'paidFen' ? null : row[key]} example={row.policy.example} />,
  });
  return [
    {
      key: 'party',
      title: t('column.party'),
      sort: 'party',
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/incentives/applications/${row.id}`}>
            {row.party.name}
          </Link>
          <span className="cell-sub mono">{row.number}</span>
        </>
      ),
    },
    {
      key: 'items',
      title: t('column.items'),
      phone: 'wide',
      render: (row) => (
        <span className="item-cell">
          {row.items.join(t('comma'))}
          <span className="cell-sub">{row.policy.title}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (row) => <StatusTag tone={claimTone(row)}>{row.stateLabel}</StatusTag>,
    },
    { key: 'due', title: t('column.due'), sort: 'dueOn', phone: 'wide', render: (row) => <Due claim={row} /> },
    money('claimedFen'),
    money('approvedFen'),
    money('paidFen'),
    { key: 'town', title: t('column.town'), render: (row) => <span className="nowrap">{row.party.town ?? '—'}</span> },
    {
      key: 'opened',
      title: t('column.opened'),
      sort: 'openedAt',
      phone: 'hide',
      render: (row) => (
        <>
          <span className="mono">{formatDay(row.openedAt)}</span>
          <span className="cell-sub">{t(`origin.${row.origin}`)}</span>
        </>
      ),
    },
  ];
}
