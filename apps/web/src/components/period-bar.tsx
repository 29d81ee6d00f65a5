import { useTranslation } from 'react-i18next';
import { daysBetween, today } from '../lib/format.ts';
import { toneOf } from '../lib/tones.ts';
import './period-bar.css';
import { StatusTag } from './status-tag.tsx';

export interface Period {
  readonly status: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}
interface PeriodBarProps {
  readonly periods: readonly Period[];
  readonly labelOf: (status: string) => string;
  /** Day marked on the bar. */
  readonly asOf: string;
  readonly onDay: (date: string) => void;
}

/** Days after the last known change for which the bar goes on, so that an open stretch can be seen. */
const tailDays = 400;

function endOf(periods: readonly Period[], asOf: string): string {
  const last = periods.at(-1);
  const latest = [last?.to ?? last?.from ?? asOf, asOf, today()].sort().at(-1) as string;
  const end = new Date(Date.parse(`${latest}T00:00:00Z`) + (last?.to ? 0 : tailDays) * 86_400_000);
  return end.toISOString().slice(0, 10);
}

/** The life of a right as one bar, and in words below it. A click shows the right on that day. */
export function PeriodBar({ periods, labelOf, asOf, onDay }: PeriodBarProps) {
  const { t } = useTranslation();
  const first = periods[0];
  if (!first) return null;
  const end = endOf(periods, asOf);
  const whole = Math.max(daysBetween(first.from, end), 1);
  const share = (from: string, to: string) => (daysBetween(from, to) / whole) * 100;
  const span = (period: Period) =>
    period.to === null ? t('period.open', { from: period.from }) : `${period.from} – ${period.to}`;
  const current = periods.find((period) => period.from <= asOf && (period.to === null || asOf < period.to));
  const marked = Math.min(100, share(first.from, asOf));
  return (
    <div className="periods">
      <div className="period-bar">
        {periods.map((period) => {
          const width = share(period.from, period.to ?? end);
          return (
            <button
              type="button"
              key={`${period.status}${period.from}`}
              className={`${toneOf(period.status)} ${period === current ? 'current' : ''}`}
              style={{ width: `${width}%` }}
              title={`${labelOf(period.status)} ${span(period)}\n${period.reason}`}
              aria-label={`${labelOf(period.status)} ${period.from}`}
              onClick={() => onDay(period.from)}
            >
              {width > 9 && labelOf(period.status)}
            </button>
          );
        })}
        {asOf >= first.from && (
          <u style={{ left: `${marked}%` }} title={asOf}>
            {/* The day slides along its mark, so that it stays over the bar at both ends. */}
            <span style={{ transform: `translateX(-${marked}%)` }}>{asOf}</span>
          </u>
        )}
      </div>
      <ol>
        {periods.map((period) => (
          <li key={`${period.status}${period.from}`} className={period === current ? 'current' : undefined}>
            <StatusTag tone={toneOf(period.status)}>{labelOf(period.status)}</StatusTag>
            <span className="mono">{span(period)}</span>
            <span>{period.reason}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
