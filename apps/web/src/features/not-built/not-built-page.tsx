import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { findPlace } from '../../config/navigation.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import './not-built.css';

/** A page of the plan that does not exist yet: says so, and names the clause it will serve. */
export function Page() {
  const { t } = useTranslation(['clauses', 'shell']);
  const place = findPlace(useLocation().pathname);
  if (!place) return null;
  const { chapter, item } = place;
  const ready = chapter.items.filter((one) => isBuilt(one.path));
  return (
    <div className="page not-built">
      <PageHeader
        title={t(`shell:item.${item.key}`)}
        crumbs={[{ label: t(`shell:chapter.${chapter.key}`) }, { label: t(`shell:item.${item.key}`) }]}
        tags={<StatusTag tone="plain">{t('shell:notBuilt')}</StatusTag>}
      />
      <p>{t('intro')}</p>
      {item.clause && (
        <blockquote>
          <b>{t(`clause.${item.clause.replace('.', '-')}.title`)}</b>
          <p>{t(`clause.${item.clause.replace('.', '-')}.text`)}</p>
          <cite>{t('cite')}</cite>
        </blockquote>
      )}
      <p className="soft">{t('meanwhile')}</p>
      <p className="row">
        {(ready.length > 0
          ? ready
          : [
              { key: 'inventory', path: '/inventory' },
              { key: 'parties', path: '/enterprises' },
            ]
        ).map((one) => (
          <Link key={one.key} className="link" to={one.path}>
            {t(`shell:item.${one.key}`)}
          </Link>
        ))}
      </p>
    </div>
  );
}
