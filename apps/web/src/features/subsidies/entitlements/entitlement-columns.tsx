import type { EntitlementView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../../components/data-table.tsx';
import { Money } from '../../../components/money.tsx';
import { EntitlementStateTag } from './entitlement-state.tsx';
import '../../../components/why-panel.css';

export function useEntitlementColumns(onOpen: (id: string) => void): Column<EntitlementView>[] {
  const { t } = useTranslation(['entitlements', 'subsidies', 'common']);
  return [
    {
      key: 'party',
      title: t('column.party'),
      sort: 'party',
      phone: 'title',
      render: (row) => (
        <>
          <button type="button" className="cell-title link-cell" onClick={() => onOpen(row.id)}>
            {row.party.name}
          </button>
          <span className="cell-sub">{row.label}</span>
        </>
      ),
    },
    {
      key: 'item',
      title: t('column.item'),
      phone: 'wide',
      render: (row) => (
        <span className="item-cell">
          {row.itemName}
          <span className="cell-sub">{row.clause}</span>
        </span>
      ),
    },
    {
      key: 'amount',
      title: t('column.amount'),
      unit: t('common:unit.yuan'),
      align: 'right',
      sort: 'amountFen',
      render: (row) => (
        <>
          <Money fen={row.amountFen} example={row.policy.example} />
          <button type="button" className="why-link cell-why" onClick={() => onOpen(row.id)}>
            {t('common:why.open')}
          </button>
        </>
      ),
    },
    {
      key: 'achieved',
      title: t('column.achieved'),
      sort: 'achievedOn',
      render: (row) => <span className="mono">{row.achievedOn ?? '—'}</span>,
    },
    {
      key: 'state',
      title: t('column.state'),
      phone: 'wide',
      render: (row) => (
        <>
          <EntitlementStateTag state={row.state} />
          {row.claimId && row.claimNumber && (
            <Link className="cell-sub link mono" to={`/incentives/applications/${row.claimId}`}>
              {row.claimNumber}
            </Link>
          )}
          {row.reason && <span className="cell-sub">{row.reason}</span>}
        </>
      ),
    },
    {
      key: 'missing',
      title: t('column.missing'),
      phone: 'wide',
      render: (row) =>
        row.missingMaterials.length === 0 ? (
          <span className="good">{t('complete')}</span>
        ) : (
          <span className="missing-cell">{row.missingMaterials.join(t('comma'))}</span>
        ),
    },
    { key: 'town', title: t('column.town'), render: (row) => <span className="nowrap">{row.party.town ?? '—'}</span> },
    {
      key: 'policy',
      title: t('column.policy'),
      optional: true,
      render: (row) => `${row.policy.title} ${t('subsidies:version', { n: row.policy.version })}`,
    },
    {
      key: 'found',
      title: t('column.found'),
      sort: 'foundOn',
      phone: 'hide',
      optional: true,
      render: (row) => <span className="mono">{row.foundOn}</span>,
    },
  ];
}
