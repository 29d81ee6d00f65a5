import { useTranslation } from 'react-i18next';
import { formatCount } from '../lib/format.ts';
import './gauge.css';

interface GaugeProps {
  readonly value: number;
  readonly target?: number;
  /** The end of the bar; default the larger of value and target. */
  readonly max?: number;
  readonly tone?: 'plain' | 'good' | 'warn' | 'late';
}

/** A bar from zero with a mark where the target stands. */
export function Gauge({ value, target, max, tone = 'plain' }: GaugeProps) {
  const { t } = useTranslation();
  const end = max ?? (Math.max(value, target ?? 0) || 1);
  const at = (number: number) => `${Math.min(100, Math.max(0, (number / end) * 100))}%`;
  const label =
    target === undefined
      ? formatCount(value)
      : t('gauge.label', { value: formatCount(value), target: formatCount(target) });
  return (
    <div className="gauge" role="img" aria-label={label} title={label}>
      <i className={tone} style={{ width: at(value) }} />
      {target !== undefined && <u style={{ left: at(target) }} />}
    </div>
  );
}
