import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { chapters } from '../../config/navigation.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { can, useMe } from '../../lib/meta.ts';

/** Where each chapter of the plan stands in the product: pages that work, and pages still to come. */
export function PlanChapters() {
  const { t } = useTranslation(['home', 'shell']);
  const me = useMe();
  return (
    <Section title={t('chapters')} note={t('chaptersNote')}>
      <div className="plan-chapters">
        {chapters.map((chapter) => (
          <div key={chapter.key}>
            <b>{t(`shell:chapter.${chapter.key}`)}</b>
            <span>
              {chapter.items
                .filter((item) => can(me, item.permission) && item.path !== '/')
                .map((item) => (
                  <Link key={item.key} to={item.path} className={isBuilt(item.path) ? 'built' : 'to-come'}>
                    {t(`shell:item.${item.key}`)}
                  </Link>
                ))}
            </span>
          </div>
        ))}
      </div>
    </Section>
  );
}
