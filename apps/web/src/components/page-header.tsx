import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from './app-link.tsx';
import './page-header.css';

export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

interface PageHeaderProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Status words beside the title. */
  readonly tags?: ReactNode;
  /** The line below the title. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
}

/** Breadcrumb, title, a line of facts and the page's actions. Also names the browser tab. */
export function PageHeader({ title, crumbs = [], tags, meta, actions }: PageHeaderProps) {
  const { t } = useTranslation('shell');
  const product = t('product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="page-header">
      {crumbs.length > 0 && (
        <nav className="crumbs no-print" aria-label={t('common:breadcrumb')}>
          {crumbs.map((crumb) => (
            <span key={crumb.label}>
              {crumb.to ? (
                <AppLink className="" to={crumb.to}>
                  {crumb.label}
                </AppLink>
              ) : (
                crumb.label
              )}
            </span>
          ))}
        </nav>
      )}
      <div className="page-title">
        <h1>{title}</h1>
        {tags && <div className="page-tags">{tags}</div>}
        {actions && <div className="page-actions no-print">{actions}</div>}
      </div>
      {meta && <div className="page-meta">{meta}</div>}
    </div>
  );
}

/** One labelled fact of the header line. */
export function MetaItem({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span>
      {label} <b>{children}</b>
    </span>
  );
}
