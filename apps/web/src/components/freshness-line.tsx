import type { freshness } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatMoment } from '../lib/format.ts';

/** The day figures are of, when they were worked out, and whether newer rows wait to be taken in. */
export function FreshnessLine({ of }: { of: z.output<typeof freshness> }) {
  const { t } = useTranslation('cultivation');
  return (
    <span>
      {t('fresh.asOf', { date: of.asOf })} ·{' '}
      {of.computedAt ? t('fresh.computed', { at: formatMoment(of.computedAt) }) : t('fresh.notYet')}
      {of.pending && <span className="warn"> · {t('fresh.pending')}</span>}
    </span>
  );
}
