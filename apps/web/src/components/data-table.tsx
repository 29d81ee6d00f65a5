import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../lib/format.ts';
import type { ListState } from '../lib/list-state.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorBox } from './error-box.tsx';
import { SkeletonLines } from './skeleton.tsx';
import { TableGrid } from './table-grid.tsx';
import { TableTools } from './table-tools.tsx';
import { useShownColumns } from './table-views.ts';
import './data-table.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Unit of the numbers below, shown in the header. */
  readonly unit?: string;
  readonly render: (row: Row) => ReactNode;
  readonly align?: 'right';
  readonly width?: number;
  /** Name the server sorts by; without it the column cannot be sorted. */
  readonly sort?: string;
  /** Not shown until chosen. */
  readonly optional?: boolean;
  /** On a phone a row is a card: its title, a line of the full width, left out, or (default) a labelled half line. */
  readonly phone?: 'title' | 'wide' | 'hide';
}

export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface DataTableProps<Row> {
  /** Stable name: chosen columns and saved views are kept under it. */
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly query: Pick<UseQueryResult<PageOf<Row>>, 'data' | 'error' | 'isPending' | 'isFetching' | 'refetch'>;
  readonly state: ListState;
  readonly rowKey: (row: Row) => string;
  /** The record a row opens. */
  readonly rowHref?: (row: Row) => string;
  /** Address of the export of exactly these rows. */
  readonly exportUrl?: string;
  /** The same as csv. */
  readonly csvUrl?: string;
  readonly filters?: ReactNode;
  /** All rows are in the answer: no pages. */
  readonly whole?: boolean;
  readonly empty?: { readonly title: string; readonly text: string };
  readonly selection?: { readonly keys: ReadonlySet<string>; readonly onChange: (keys: ReadonlySet<string>) => void };
  /** Drawn above the rows while some are selected. */
  readonly bulk?: ReactNode;
}

function Emptiness<Row>({ state, empty }: Pick<DataTableProps<Row>, 'state' | 'empty'>) {
  const { t } = useTranslation();
  if (!state.isFiltered)
    return <EmptyState title={empty?.title ?? t('table.empty')}>{empty?.text ?? t('table.emptyText')}</EmptyState>;
  return (
    <EmptyState
      title={t('table.emptyFiltered')}
      action={<Button onClick={state.clear}>{t('table.clearFilters')}</Button>}
    >
      {t('table.emptyFilteredText')}
    </EmptyState>
  );
}

function Pager<Row>({ state, data }: { state: ListState; data: PageOf<Row> }) {
  const { t } = useTranslation();
  const from = (data.page - 1) * data.pageSize + 1;
  return (
    <div className="table-foot no-print">
      <span className="muted">
        {t('table.range', { from: formatExact(from), to: formatExact(from + data.items.length - 1) })}
      </span>
      <Pagination
        size="small"
        current={state.page}
        pageSize={state.pageSize}
        total={data.total}
        showSizeChanger
        showQuickJumper={data.total > data.pageSize * 8}
        pageSizeOptions={[20, 50, 100, 200]}
        onChange={state.setPage}
        responsive
      />
    </div>
  );
}

/** A list of records: paging, order and filters on the server, kept in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { query, state } = props;
  const shown = useShownColumns(props.id, props.columns);
  const data = query.data;
  return (
    <div className="data-table">
      {props.filters}
      <div className="panel table-panel">
        <div className="table-head">
          <span aria-live="polite">
            {data && t(state.isFiltered ? 'table.rowsFiltered' : 'table.rows', { total: formatExact(data.total) })}
          </span>
          <TableTools {...props} shown={shown} total={data?.total} />
        </div>
        {props.selection && props.selection.keys.size > 0 && (
          <div className="table-bulk">
            <b>{t('table.selected', { count: props.selection.keys.size })}</b>
            {props.bulk}
          </div>
        )}
        {query.error ? (
          <div className="panel-body">
            <ErrorBox error={query.error} onRetry={() => query.refetch()} />
          </div>
        ) : null}
        {query.isPending && <SkeletonLines lines={8} />}
        {data && data.items.length > 0 && <TableGrid {...props} columns={shown.columns} rows={data.items} />}
        {data && data.items.length === 0 && <Emptiness state={state} empty={props.empty} />}
      </div>
      {data && data.items.length > 0 && !props.whole && <Pager state={state} data={data} />}
    </div>
  );
}
