import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NumberLink } from '../../components/number-link.tsx';
import { formatExact, formatMoment } from '../../lib/format.ts';
import type { Home, Plan } from '../../lib/plan.ts';

/** Of which moment the figures are, what came in last, and what waits to be taken in. */
export function Freshness({ home, plan }: { home: Home; plan: Plan | undefined }) {
  const { t } = useTranslation('home');
  const { recentImports: recent } = home;
  return (
    <>
      <span>{home.dataAsOf ? t('dataAsOf', { at: formatMoment(home.dataAsOf) }) : t('noData')}</span>
      {plan && <span>{t('figuresOf', { date: plan.freshness.asOf })}</span>}
      {plan?.freshness.pending && <span className="warn">{t('pending')}</span>}
      {recent.files > 0 && (
        <span>
          {t('recent.lead', { days: recent.days })}{' '}
          <NumberLink value={recent.files} href="/imports" label={t('recent.files')} /> {t('recent.files')}{' '}
          <NumberLink value={recent.rows} href="/imports" label={t('recent.rows')} /> {t('recent.rows')}
        </span>
      )}
      {recent.toDecide > 0 && (
        <Link to="/imports" className="late number underlined">
          {t('recent.toDecide', { total: formatExact(recent.toDecide) })}
        </Link>
      )}
    </>
  );
}
