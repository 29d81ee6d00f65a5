import type { IndicatorSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { changeOf } from '../lib/plan.ts';

/** Change against the same day of last year; its colour says whether that is the way the figure should go. */
export function IndicatorChange({ indicator }: { indicator: IndicatorSummary }) {
  const { t } = useTranslation('plan');
  const change = changeOf(indicator);
  if (!change || indicator.previousOn === null) return <span className="muted">—</span>;
  return (
    <span
      className={change.good ? 'good nowrap' : change.good === false ? 'warn nowrap' : 'nowrap'}
      title={t('comparedWith', { date: indicator.previousOn })}
    >
      {change.kind === 'points' ? t('points', { n: change.text }) : change.text}
    </span>
  );
}
