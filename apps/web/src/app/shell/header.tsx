import { SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { WeaveMark } from '../../components/weave-mark.tsx';
import { type Chapter, chapters, findPlace } from '../../config/navigation.ts';
import { permissions } from '../../config/permissions.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { can, useMe } from '../../lib/meta.ts';
import { UserMenu } from './user-menu.tsx';

const NoticeBell = lazy(() => import('./notice-bell.tsx'));

const isMac = navigator.platform.startsWith('Mac');
const searchKey = isMac ? '⌘ K' : 'Ctrl K';

/** A chapter opens at its first page that exists and that this person may see. */
export function chapterHref(chapter: Chapter, me: { permissions: string[] }): string | undefined {
  const open = chapter.items.filter((item) => can(me, item.permission));
  return (open.find((item) => isBuilt(item.path)) ?? open[0])?.path;
}

export function Header({ onSearch, onMenu }: { onSearch: () => void; onMenu: () => void }) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const place = findPlace(useLocation().pathname);
  return (
    <header className="shell-header no-print">
      <button type="button" className="menu-button" onClick={onMenu} aria-label={t('openMenu')}>
        <span aria-hidden="true" />
      </button>
      <Link to="/" className="brand" aria-label={t('brandHome', { district: me.district.name })}>
        <WeaveMark />
        <b>{t('product')}</b>
        <small>{me.district.name}</small>
      </Link>
      <nav className="chapters" aria-label={t('chapters')}>
        {chapters.map((chapter) => {
          const href = chapterHref(chapter, me);
          if (!href) return null;
          const here = place?.chapter.key === chapter.key;
          const built = chapter.items.some((item) => isBuilt(item.path));
          return (
            <Link
              key={chapter.key}
              to={href}
              className={`${here ? 'here' : ''} ${built ? '' : 'unbuilt'}`}
              aria-current={here ? 'true' : undefined}
            >
              {t(`chapter.${chapter.key}`)}
            </Link>
          );
        })}
      </nav>
      <button
        type="button"
        className="search-button"
        onClick={onSearch}
        aria-label={`${t('search')} ${t('searchHint')} ${searchKey}`}
      >
        <SearchOutlined aria-hidden="true" />
        <span>{t('searchHint')}</span>
        <kbd>{searchKey}</kbd>
      </button>
      {can(me, permissions.readFiles) && (
        <Suspense fallback={<span className="bell-place" />}>
          <NoticeBell />
        </Suspense>
      )}
      <UserMenu />
    </header>
  );
}
