import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { CellRows } from './cell-rows.tsx';
import { CrossTable } from './cross-table.tsx';
import { type InventoryState, useInventoryState } from './inventory-state.ts';
import { Question } from './question.tsx';
import { asText, type InventoryTable, orderOf } from './table-order.ts';
import '../../components/data-table.css';
import './inventory.css';

function InventoryChart({ table, state }: { table: InventoryTable; state: InventoryState }) {
  const { t } = useTranslation('inventory');
  const order = orderOf(table, state.order);
  const series = state.columns
    ? table.columns.map((column, index) => ({
        name: column.label,
        values: order.map((row) => table.cells[row]?.[index] ?? 0),
      }))
    : [{ name: table.measureLabel, values: order.map((row) => table.rowTotals[row] ?? 0) }];
  return (
    <div className="panel-body">
      {state.columns && (
        <div className="chart-legend">
          {table.columns.map((column, index) => (
            <span key={column.code} className={`key-${index % 8}`}>
              {column.label}
            </span>
          ))}
        </div>
      )}
      <Chart
        kind="bar"
        label={table.measureLabel}
        height={Math.max(160, order.length * 28 + 40)}
        source={t('chartSource', { date: table.asOf })}
        data={{ unit: table.unit, categories: order.map((row) => table.rows[row]?.label ?? ''), series }}
        onOpen={(category, index) =>
          state.openCell(
            table.rows[order[category] ?? -1]?.code,
            state.columns ? table.columns[index]?.code : undefined,
          )
        }
      />
    </div>
  );
}

function Result({ table, state, busy }: { table: InventoryTable; state: InventoryState; busy: boolean }) {
  const { t } = useTranslation(['inventory', 'common']);
  const { message } = App.useApp();
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(done);
    } catch {
      message.warning(t('copyRefused'));
    }
  };
  return (
    <div className={busy ? 'panel inventory-result fetching' : 'panel inventory-result'}>
      <div className="table-head">
        <span title={table.definition}>
          <b>{table.measureLabel}</b>{' '}
          <NumberLink exact value={table.total} unit={table.unit} onOpen={() => state.openCell(undefined, undefined)} />{' '}
          <span className="muted">{t('common:asOf', { date: table.asOf })}</span>
        </span>
        <span className="row no-print" style={{ gap: 4 }}>
          <Button type="text" size="small" onClick={() => void copy(location.href, t('linkCopied'))}>
            {t('copyLink')}
          </Button>
          <Button
            type="text"
            size="small"
            onClick={() => void copy(asText(table, t(`cut.${state.rows}`), t('total'), state.order), t('tableCopied'))}
          >
            {t('copyTable')}
          </Button>
          <Switcher
            label={t('view')}
            value={state.view}
            onChange={(view) => state.list.set({ view: view === 'table' ? undefined : view })}
            options={[
              { value: 'table', label: t('common:chart.table') },
              { value: 'chart', label: t('common:chart.chart') },
            ]}
          />
        </span>
      </div>
      {table.rows.length === 0 ? (
        <EmptyState title={t('common:table.emptyFiltered')}>{t('common:table.emptyFilteredText')}</EmptyState>
      ) : state.view === 'chart' ? (
        <InventoryChart table={table} state={state} />
      ) : (
        <CrossTable table={table} state={state} />
      )}
      <footer>
        <p>
          {t('definition')} {table.definition}
        </p>
        {table.overlapping && <p>{t('overlapping')}</p>}
        {table.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>
          {table.dataAsOf && t('common:dataAsOf', { date: formatMoment(table.dataAsOf) })} ·{' '}
          {t('took', { ms: formatExact(table.tookMs) })}
        </p>
      </footer>
    </div>
  );
}

/** Any cut of the district's inventory on any date; every number opens. */
export function Page() {
  const { t, i18n } = useTranslation('inventory');
  const state = useInventoryState();
  const query = useQuery({
    queryKey: ['inventory', state.query, i18n.language],
    queryFn: ({ signal }) => api.getInventory({ query: addressQuery<'getInventory'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<span>{t('about')}</span>} />
      <Question state={state} />
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && (
        <div className="panel">
          <SkeletonLines lines={8} />
        </div>
      )}
      {query.data && <Result table={query.data} state={state} busy={query.isPlaceholderData} />}
      {query.data && <CellRows table={query.data} state={state} />}
    </div>
  );
}
