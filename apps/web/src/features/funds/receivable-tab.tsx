import type { ReceivableView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { Money } from '../../components/money.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { useListState } from '../../lib/list-state.ts';
import { receivablesQuery } from './fund-query.ts';
import { OriginLink } from './origin-link.tsx';
import { useAddress } from './use-address.ts';

const STATES = ['overdue', 'open', 'settled'] as const;
const TONES: Record<ReceivableView['state'], Tone> = { open: 'warn', overdue: 'late', settled: 'good' };

export function DebtState({ state }: { state: ReceivableView['state'] }) {
  const { t } = useTranslation('funds');
  return <StatusTag tone={TONES[state]}>{t(`debt.state.${state}`)}</StatusTag>;
}

function useColumns(): Column<ReceivableView>[] {
  const { t } = useTranslation('funds');
  const address = useAddress();
  return [
    {
      key: 'party',
      title: t('debt.party'),
      phone: 'title',
      render: (row) => (
        <>
          <button type="button" className="link cell-title" onClick={() => address.set({ debt: row.id })}>
            {row.party.name}
          </button>
          <span className="cell-sub">{row.decisionNo}</span>
        </>
      ),
    },
    { key: 'state', title: t('state'), render: (row) => <DebtState state={row.state} /> },
    {
      key: 'amount',
      title: t('amount'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => <Money fen={row.amountFen} />,
    },
    {
      key: 'received',
      title: t('debt.received'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => <Money fen={row.receivedFen} />,
    },
    {
      key: 'open',
      title: t('debt.open'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => (
        <span className={row.overdueFen > 0 ? 'late' : undefined}>
          <Money fen={row.openFen} />
        </span>
      ),
    },
    { key: 'due', title: t('debt.nextDue'), render: (row) => <span className="mono">{row.nextDueOn ?? '—'}</span> },
    {
      key: 'origin',
      title: t('reason'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.reason}
          <span className="cell-sub">
            <OriginLink origin={row.origin} />
          </span>
        </>
      ),
    },
  ];
}

/** Money that must come back: overdue first. */
export function ReceivableTab() {
  const { t, i18n } = useTranslation('funds');
  const state = useListState({ filters: ['state', 'q'] }, 'd.');
  const query = useQuery(receivablesQuery(state.query, i18n.language));
  return (
    <>
      {query.data && (
        <p className="fund-strip soft">
          <span>
            {t('debt.openSum')}{' '}
            <b>
              <Money fen={query.data.openFen} unit />
            </b>
          </span>
          <span className={query.data.overdueFen > 0 ? 'late' : undefined}>
            {t('debt.overdueSum')}{' '}
            <b>
              <Money fen={query.data.overdueFen} unit />
            </b>
          </span>
        </p>
      )}
      <DataTable
        id="receivables"
        label={t('tab.debts')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={260} />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('state')}
              options={STATES.map((value) => ({ value, label: t(`debt.state.${value}`) }))}
            />
          </FilterBar>
        }
        empty={{ title: t('debt.empty'), text: t('debt.emptyText') }}
      />
    </>
  );
}
