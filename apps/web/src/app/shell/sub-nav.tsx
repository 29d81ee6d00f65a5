import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { findPlace } from '../../config/navigation.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { keepInSight } from '../../lib/keep-in-sight.ts';
import { can, useMe } from '../../lib/meta.ts';

/** The pages of the chapter one is in. Pages that do not exist yet are listed too, marked as such. */
export function SubNav() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const place = findPlace(useLocation().pathname);
  if (!place) return null;
  const items = place.chapter.items.filter((item) => can(me, item.permission));
  if (items.length < 2) return null;
  return (
    <nav className="sub-nav no-print" aria-label={t(`chapter.${place.chapter.key}`)}>
      <div>
        {items.map((item) => (
          <Link
            key={item.key}
            to={item.path}
            className={`${item === place.item ? 'active' : ''} ${isBuilt(item.path) ? '' : 'unbuilt'}`}
            aria-current={item === place.item ? 'page' : undefined}
            ref={(node) => keepInSight(node)}
            title={isBuilt(item.path) ? undefined : t('notBuilt')}
          >
            {t(`item.${item.key}`)}
            {!isBuilt(item.path) && <span className="sr-only">{t('notBuilt')}</span>}
          </Link>
        ))}
      </div>
    </nav>
  );
}
