import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { NoticeRows } from '../../components/notice-rows.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { useReadNotices } from '../../lib/notices.ts';

const PAGE_SIZE = 30;

/** Everything files told me, newest first. */
export function NoticeList() {
  const { t, i18n } = useTranslation('my-files');
  const [page, setPage] = useState(1);
  const read = useReadNotices();
  const query = useQuery({
    queryKey: ['notices', 'list', page, i18n.language],
    queryFn: ({ signal }) => api.listNotices({ query: { page, pageSize: PAGE_SIZE } }, signal),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  const data = query.data;
  if (!data)
    return (
      <div className="panel" aria-busy="true">
        <SkeletonLines lines={6} />
      </div>
    );
  return (
    <div className="panel notice-list">
      {data.items.length === 0 ? (
        <EmptyState title={t('notice.empty')}>{t('notice.emptyText')}</EmptyState>
      ) : (
        <>
          <div className="notice-head">
            <span className="soft">{t('notice.unread', { total: data.unread })}</span>
            <Button size="small" disabled={data.unread === 0} onClick={() => read('all')}>
              {t('notice.readAll')}
            </Button>
          </div>
          <NoticeRows notices={data.items} onOpen={(notice) => notice.readAt === null && read([notice.id])} />
        </>
      )}
      {data.total > PAGE_SIZE && (
        <Pagination
          className="notice-pages"
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </div>
  );
}
