import { useTranslation } from 'react-i18next';
import { daysBetween, today } from '../../lib/format.ts';
import type { Trace } from './credit-query.ts';
import { gradeClass } from './grade-mark.tsx';

const TAIL_DAYS = 120;
const LEAD_DAYS = 60;
const TOP = 112;

type Period = Trace['periods'][number];

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const laterOf = (...days: readonly string[]) => days.toSorted().at(-1) as string;

/** From shortly before the first change to shortly after the last one or today. */
function windowOf(periods: readonly Period[], on: string) {
  const first = periods[0]?.from ?? on;
  const changed = periods[1]?.from ?? on;
  const start = plus(changed < on ? changed : on, -LEAD_DAYS);
  const last = laterOf(periods.at(-1)?.from ?? on, on, today());
  return { from: laterOf(start, first), to: plus(last, TAIL_DAYS) };
}

/** How the score ran and, as far as known, will run: one block for each stretch; a click asks for its first day. */
export function ScoreCourse({
  periods,
  on,
  onDay,
}: {
  periods: readonly Period[];
  on: string;
  onDay: (day: string) => void;
}) {
  const { t } = useTranslation('agency-credit');
  const { from, to } = windowOf(periods, on);
  const whole = Math.max(daysBetween(from, to), 1);
  const shown = periods.filter((one) => (one.to ?? to) >= from && one.from <= to);
  const share = (day: string) => Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100));
  return (
    <figure className="course">
      <div className="course-plot">
        {shown.map((one) => {
          const left = share(one.from);
          const right = share(one.to === null ? to : plus(one.to, 1));
          const wide = right - left > 7;
          return (
            <button
              key={one.from}
              type="button"
              className={`${gradeClass(one.grade)} ${one.from > today() ? 'ahead' : ''}`}
              style={{ left: `${left}%`, width: `${right - left}%`, height: `${((one.score ?? 0) / TOP) * 100}%` }}
              title={t('course.period', {
                from: one.from,
                to: one.to ?? t('openEnd'),
                score: one.score ?? '—',
                grade: one.grade ?? '—',
              })}
              aria-label={t('course.period', {
                from: one.from,
                to: one.to ?? t('openEnd'),
                score: one.score ?? '—',
                grade: one.grade ?? '—',
              })}
              onClick={() => onDay(laterOf(one.from, from))}
            >
              {wide && (
                <span>
                  <b>{one.score ?? '—'}</b> {one.grade}
                </span>
              )}
            </button>
          );
        })}
        <i className="course-now" style={{ left: `${share(on)}%` }} />
      </div>
      <div className="course-axis">
        <span className="mono">{from}</span>
        <span className="course-day mono" style={{ left: `clamp(110px, ${share(on)}%, calc(100% - 110px))` }}>
          {on}
        </span>
        <span className="mono">{to}</span>
      </div>
      <figcaption className="muted">{t('course.caption')}</figcaption>
    </figure>
  );
}
