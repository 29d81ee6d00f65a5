import { useTranslation } from 'react-i18next';
import { formatDistance, formatMoment } from '../lib/format.ts';
import type { Notice } from '../lib/notices.ts';
import { AppLink } from './app-link.tsx';
import './notice-rows.css';

/** Notices, each opening its file; those not read yet carry a mark and a word. */
export function NoticeRows({ notices, onOpen }: { notices: readonly Notice[]; onOpen: (notice: Notice) => void }) {
  const { t } = useTranslation('notices');
  return (
    <ul className="notice-rows">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.readAt === null ? 'unread' : undefined}>
          <AppLink className="notice-row" to={notice.href} onClick={() => onOpen(notice)}>
            <span>{notice.text}</span>
            <small>
              {notice.readAt === null && <b>{t('new')}</b>}
              <time dateTime={notice.at} title={formatMoment(notice.at)}>
                {formatDistance(formatMoment(notice.at).slice(0, 10))} {formatMoment(notice.at).slice(11)}
              </time>
            </small>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
