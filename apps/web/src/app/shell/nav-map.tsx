import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { chapters, findPlace } from '../../config/navigation.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { can, useMe } from '../../lib/meta.ts';

/** Every page the reader may open, by chapter; chapters without one are left out. */
export function NavMap() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const here = findPlace(useLocation().pathname)?.item;
  return (
    <nav className="drawer-nav" aria-label={t('chapters')}>
      {chapters.map((chapter) => {
        const items = chapter.items.filter((item) => can(me, item.permission));
        if (items.length === 0) return null;
        return (
          <section key={chapter.key}>
            <h3>{t(`chapter.${chapter.key}`)}</h3>
            {items.map((item) => (
              <Link
                key={item.key}
                to={item.path}
                className={`${item === here ? 'active' : ''} ${isBuilt(item.path) ? '' : 'unbuilt'}`}
                aria-current={item === here ? 'page' : undefined}
              >
                {t(`item.${item.key}`)}
                {!isBuilt(item.path) && <small>{t('notBuilt')}</small>}
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
