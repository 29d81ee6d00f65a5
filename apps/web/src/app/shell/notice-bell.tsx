import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { NoticeRows } from '../../components/notice-rows.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { unreadQuery, useReadNotices } from '../../lib/notices.ts';
import './notice-bell.css';

const SHOWN = 8;
/** Above it, the bell only says that there are more. */
const MOST = 99;
const inbox = '/coordination/inbox';

function Panel({ id, unread }: { id: string; unread: number }) {
  const { t, i18n } = useTranslation('notices');
  const read = useReadNotices();
  const latest = useQuery({
    queryKey: ['notices', 'latest', i18n.language],
    queryFn: ({ signal }) => api.listNotices({ query: { pageSize: SHOWN } }, signal),
  });
  const mine = useQuery({
    queryKey: ['files', 'mine', i18n.language],
    queryFn: ({ signal }) => api.listFiles({ query: { mine: 'true', closed: 'false', pageSize: 1 } }, signal),
  });
  const next = mine.data?.items[0];
  return (
    <section id={id} className="bell-panel" aria-label={t('title')}>
      <Link to={inbox} className="bell-mine">
        <b>{t('mine', { total: mine.data?.total ?? '…' })}</b>
        <span>{next?.dueOn ? t('nextDue', { on: next.dueOn, what: next.subjectLabel }) : t('openInbox')}</span>
      </Link>
      <div className="bell-head">
        <h2>{t('title')}</h2>
        <button type="button" className="link" disabled={unread === 0} onClick={() => void read('all')}>
          {t('readAll')}
        </button>
      </div>
      {latest.isPending && <SkeletonLines lines={4} />}
      {latest.error && <ErrorBox error={latest.error} onRetry={() => latest.refetch()} />}
      {latest.data?.items.length === 0 && <p className="bell-none">{t('none')}</p>}
      {latest.data && (
        <NoticeRows notices={latest.data.items} onOpen={(one) => one.readAt === null && void read([one.id])} />
      )}
      <Link to={`${inbox}?tab=notices`} className="bell-all">
        {t('all')}
      </Link>
    </section>
  );
}

/** How many notices wait, and the latest of them; fetched after the page itself. */
export default function NoticeBell() {
  const { t } = useTranslation('notices');
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const { pathname, search } = useLocation();
  const unread = useQuery(unreadQuery).data ?? 0;
  const shown = unread > MOST ? `${MOST}+` : String(unread);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever the address changes
  useEffect(() => setOpen(false), [pathname, search]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      place.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div className="bell-place" ref={place}>
      <button
        type="button"
        className="bell"
        aria-expanded={open}
        aria-controls={id}
        aria-label={unread > 0 ? t('unread', { total: shown }) : t('title')}
        onClick={() => setOpen(!open)}
      >
        <BellOutlined aria-hidden="true" />
        {unread > 0 && <span aria-hidden="true">{shown}</span>}
      </button>
      {open && <Panel id={id} unread={unread} />}
    </div>
  );
}
