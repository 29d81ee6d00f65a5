import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { chapters, findPlace } from '../../config/navigation.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { can, useMe } from '../../lib/meta.ts';

/** The whole map of the console on a phone. */
export default function MobileNav({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const here = findPlace(useLocation().pathname)?.item;
  return (
    <Drawer open placement="left" size={300} onClose={onClose} title={t('product')} styles={{ body: { padding: 0 } }}>
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
    </Drawer>
  );
}
