import type { PaymentBatchView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { Money } from '../../components/money.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { batchesQuery } from './fund-query.ts';
import { useAddress } from './use-address.ts';

const STATES = ['made', 'sent', 'settled', 'dissolved'] as const;
const TONES: Record<PaymentBatchView['state'], Tone> = {
  made: 'info',
  sent: 'warn',
  settled: 'good',
  dissolved: 'plain',
};

export function BatchState({ state }: { state: PaymentBatchView['state'] }) {
  const { t } = useTranslation('funds');
  return <StatusTag tone={TONES[state]}>{t(`batch.state.${state}`)}</StatusTag>;
}

function useColumns(): Column<PaymentBatchView>[] {
  const { t } = useTranslation('funds');
  const address = useAddress();
  return [
    {
      key: 'number',
      title: t('batch.number'),
      phone: 'title',
      render: (row) => (
        <>
          <button type="button" className="link cell-title mono" onClick={() => address.set({ batch: row.id })}>
            {row.number}
          </button>
          {row.note && <span className="cell-sub">{row.note}</span>}
        </>
      ),
    },
    { key: 'state', title: t('state'), render: (row) => <BatchState state={row.state} /> },
    { key: 'count', title: t('batch.count'), align: 'right', render: (row) => row.count },
    {
      key: 'total',
      title: t('amount'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => <Money fen={row.totalFen} />,
    },
    {
      key: 'paid',
      title: t('batch.paid'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => <Money fen={row.paidFen} />,
    },
    {
      key: 'failed',
      title: t('batch.failed'),
      align: 'right',
      render: (row) => (row.failedCount === 0 ? '—' : <span className="late">{row.failedCount}</span>),
    },
    {
      key: 'made',
      title: t('batch.madeBy'),
      phone: 'hide',
      render: (row) => (
        <>
          {row.madeBy}
          <span className="cell-sub">{formatMoment(row.madeAt)}</span>
        </>
      ),
    },
  ];
}

/** Payables that went out together. */
export function BatchTab() {
  const { t } = useTranslation('funds');
  const state = useListState({ filters: ['state'] }, 'b.');
  const query = useQuery(batchesQuery(state.query));
  return (
    <DataTable
      id="payment-batches"
      label={t('tab.batches')}
      columns={useColumns()}
      query={query}
      state={state}
      rowKey={(row) => row.id}
      filters={
        <FilterBar state={state}>
          <ChoiceFilter
            state={state}
            name="state"
            label={t('state')}
            options={STATES.map((value) => ({ value, label: t(`batch.state.${value}`) }))}
          />
        </FilterBar>
      }
      empty={{ title: t('batch.empty'), text: t('batch.emptyText') }}
    />
  );
}
