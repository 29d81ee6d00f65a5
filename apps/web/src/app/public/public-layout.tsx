import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { WeaveMark } from '../../components/weave-mark.tsx';
import { type Language, switchLanguage } from '../../lib/i18n.ts';
import { useMeta } from '../../lib/meta.ts';
import '../shell/shell.css';
import './public.css';

/** Everything around a public page. */
export function PublicLayout() {
  const { t, i18n } = useTranslation('shell');
  const meta = useMeta(i18n.language);
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className="shell-header public-header no-print">
        <Link to="/lists" className="brand">
          <WeaveMark />
          <b>{t('product')}</b>
          <small>{t('public.title', { district: meta?.district.name ?? '' })}</small>
        </Link>
        <button type="button" className="language" lang={other} onClick={() => void switchLanguage(other)}>
          {t('otherLanguage')}
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="public-foot no-print">{t('public.foot')}</footer>
      <ScrollRestoration />
    </>
  );
}
