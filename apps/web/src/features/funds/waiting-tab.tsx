import type { PayableView } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { Money } from '../../components/money.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { payablesQuery } from './fund-query.ts';
import { usePayableColumns } from './payable-columns.tsx';
import { useAddress } from './use-address.ts';

const filters = ['q'] as const;

function Bulk({ rows, onMade }: { rows: readonly PayableView[]; onMade: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const address = useAddress();
  const fit = rows.filter((row) => row.obstacle === null);
  const fen = fit.reduce((sum, row) => sum + row.amountFen, 0);
  const make = useMutation({
    mutationFn: () => api.createBatch({ body: { payables: fit.map((row) => row.id) } }),
    onSuccess: (batch) => {
      void queries.invalidateQueries({ queryKey: ['funds'] });
      message.success(t('batch.made', { number: batch.number }));
      onMade();
      address.set({ tab: 'batches', batch: batch.id });
    },
  });
  const ask = () =>
    modal.confirm({
      title: t('batch.make'),
      icon: null,
      content: (
        <>
          <p className="fund-sum">
            {t('batch.makeText', { count: fit.length })} <Money fen={fen} unit />
          </p>
          {fit.length < rows.length && <p className="warn">{t('batch.left', { count: rows.length - fit.length })}</p>}
        </>
      ),
      okText: t('batch.makeOk'),
      cancelText: t('common:cancel'),
      onOk: () => make.mutateAsync().catch(() => undefined),
    });
  return (
    <>
      <Money fen={fen} unit />
      <Button size="small" type="primary" disabled={fit.length === 0} loading={make.isPending} onClick={ask}>
        {t('batch.make')}
      </Button>
      {make.error && <ErrorBox error={make.error} />}
    </>
  );
}

/** What is released and waits to be paid; chosen ones go into a batch. */
export function WaitingTab() {
  const { t, i18n } = useTranslation('funds');
  const me = useMe();
  const state = useListState({ filters: [...filters], sort: 'releasedAt' }, 'w.');
  const query = useQuery(payablesQuery({ ...state.query, state: 'waiting' }, i18n.language));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shared = usePayableColumns();
  const rows = query.data?.items ?? [];
  const mayPay = can(me, permissions.makePayments);
  return (
    <>
      <p className="fund-strip soft">
        {query.data && (
          <span>
            {t('waiting.sum')}{' '}
            <b>
              <Money fen={query.data.totalFen} unit />
            </b>
          </span>
        )}
        <span>{t('waiting.text')}</span>
      </p>
      <DataTable
        id="payables-waiting"
        label={t('tab.waiting')}
        columns={[
          shared.party,
          shared.amount,
          shared.purpose,
          shared.account,
          shared.release,
          {
            key: 'obstacle',
            title: t('obstacle'),
            phone: 'wide',
            render: (row) =>
              row.obstacle === null ? (
                <span className="muted">—</span>
              ) : (
                <span className="fund-obstacle">{row.obstacle}</span>
              ),
          },
        ]}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={260} />
          </FilterBar>
        }
        empty={{ title: t('waiting.empty'), text: t('waiting.emptyText') }}
        {...(mayPay ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        bulk={<Bulk rows={rows.filter((row) => chosen.has(row.id))} onMade={() => setChosen(new Set())} />}
      />
    </>
  );
}
