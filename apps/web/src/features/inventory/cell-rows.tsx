import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Drawer, Pagination } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import type { InventoryState } from './inventory-state.ts';
import type { InventoryTable } from './table-order.ts';

const pageSize = 50;

/** The rows behind one number of the table. */
export function CellRows({ table, state }: { table: InventoryTable; state: InventoryState }) {
  const { t, i18n } = useTranslation(['inventory', 'common']);
  const [page, setPage] = useState(1);
  const { cell } = state;
  const row = table.rows.find((one) => one.code === cell?.row);
  const column = table.columns.find((one) => one.code === cell?.column);
  const cellKey = cell && `${cell.row}~${cell.column}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell starts at its first page
  useEffect(() => setPage(1), [cellKey]);
  const query = useQuery({
    queryKey: ['inventory-rows', state.query, cellKey, page, i18n.language],
    queryFn: ({ signal }) =>
      api.listInventoryRows(
        {
          query: {
            ...state.query,
            page,
            pageSize,
            ...(cell?.row ? { rowCode: cell.row } : {}),
            ...(cell?.column && state.columns ? { columnCode: cell.column } : {}),
          },
        },
        signal,
      ),
    enabled: cell !== undefined,
    placeholderData: keepPreviousData,
  });
  const title = [table.measureLabel, row?.label, state.columns ? column?.label : undefined].filter(Boolean).join(' · ');
  return (
    <Drawer open={cell !== undefined} onClose={state.closeCell} title={title} size={560}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={8} />}
      {query.data && (
        <>
          <p className="soft cell-count">
            {t('common:table.rows', { total: formatExact(query.data.total) })} ·{' '}
            {t('common:asOf', { date: table.asOf })}
          </p>
          {query.data.items.length === 0 && <EmptyState title={t('common:table.emptyFiltered')} />}
          <ul className={query.isFetching ? 'cell-rows fetching' : 'cell-rows'}>
            {query.data.items.map((item) => (
              <li key={`${item.kind}${item.id}`}>
                <Link to={item.href}>
                  <b>{item.title}</b>
                  <span>{item.subtitle}</span>
                </Link>
                {item.status && <small>{item.status}</small>}
              </li>
            ))}
          </ul>
          {query.data.total > pageSize && (
            <Pagination
              size="small"
              current={page}
              pageSize={pageSize}
              total={query.data.total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
    </Drawer>
  );
}
