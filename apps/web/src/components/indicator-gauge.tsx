import type { IndicatorSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatFigure, gaugeEnd, isShare, type Standing } from '../lib/plan.ts';
import { Gauge } from './gauge.tsx';
import { Sparkline } from './sparkline.tsx';

const tones: Partial<Record<Standing, 'good' | 'warn' | 'late'>> = {
  done: 'good',
  attention: 'warn',
  behind: 'late',
};

/** Progress of an indicator: a bar with its target's mark; a count that has no target shows where it is heading. */
export function IndicatorGauge({ indicator, width }: { indicator: IndicatorSummary; width?: number }) {
  const { t } = useTranslation('plan');
  const { value, target, unit, decimals, direction, standing } = indicator;
  if (value === null) return null;
  if (target === null && !isShare(unit)) {
    const from = indicator.spark[0]?.on.slice(0, 4);
    return <Sparkline points={indicator.spark} width={width ?? 150} label={t('sparkSince', { year: from })} />;
  }
  return (
    <Gauge
      value={value}
      target={target?.value}
      max={gaugeEnd(indicator)}
      tone={tones[standing] ?? 'plain'}
      ceiling={direction === 'down'}
      write={(number) => `${formatFigure(number, decimals)}${unit}`}
    />
  );
}
