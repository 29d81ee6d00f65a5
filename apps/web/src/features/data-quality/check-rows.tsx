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
import type { Check } from './data-quality-page.tsx';

const pageSize = 50;

/** The rows one check found; each opens its record. */
export function CheckRows({ check, onClose }: { check: Check | undefined; onClose: () => void }) {
  const { t, i18n } = useTranslation(['data-quality', 'common']);
  const [page, setPage] = useState(1);
  const code = check?.code;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another check starts at its first page
  useEffect(() => setPage(1), [code]);
  const query = useQuery({
    queryKey: ['data-quality-rows', code, page, i18n.language],
    queryFn: ({ signal }) => api.listDataQualityRows({ query: { check: code ?? '', page, pageSize } }, signal),
    enabled: code !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer open={check !== undefined} onClose={onClose} title={check?.label} size={560}>
      {check && <p className="soft check-action">{check.action}</p>}
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && check && <SkeletonLines lines={8} />}
      {query.data && (
        <>
          <p className="muted">{t('common:table.rows', { total: formatExact(query.data.total) })}</p>
          {query.data.items.length === 0 && <EmptyState title={t('common:table.emptyFiltered')} />}
          <ul className="check-rows">
            {query.data.items.map((item) => (
              <li key={`${item.kind}${item.id}`}>
                <Link to={item.href}>
                  <b>{item.title}</b>
                  <span>{item.subtitle}</span>
                </Link>
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
