import { useTranslation } from 'react-i18next';
import { formatCount } from '../lib/format.ts';
import './gauge.css';

interface GaugeProps {
  readonly value: number;
  readonly target?: number | undefined;
  /** The end of the bar; default the larger of value and target. */
  readonly max?: number;
  readonly tone?: 'plain' | 'good' | 'warn' | 'late';
  /** The target is a most: what goes beyond it is drawn as excess. */
  readonly ceiling?: boolean;
  /** Figures as words, when they have a unit or digits of their own. */
  readonly write?: (value: number) => string;
}

/** A bar from zero with a mark where the target stands. */
export function Gauge({ value, target, max, tone = 'plain', ceiling, write = formatCount }: GaugeProps) {
  const { t } = useTranslation();
  const end = max ?? (Math.max(value, target ?? 0) || 1);
  const share = (number: number) => Math.min(100, Math.max(0, (number / end) * 100));
  const at = (number: number) => `${share(number)}%`;
  const label = target === undefined ? write(value) : t('gauge.label', { value: write(value), target: write(target) });
  const excess = ceiling && target !== undefined && value > target;
  return (
    <div className="gauge" role="img" aria-label={label} title={label}>
      <i className={excess ? 'plain' : tone} style={{ width: at(excess ? target : value) }} />
      {excess && <i className="excess" style={{ left: at(target), width: `${share(value) - share(target)}%` }} />}
      {target !== undefined && <u style={{ left: at(target) }} />}
    </div>
  );
}
