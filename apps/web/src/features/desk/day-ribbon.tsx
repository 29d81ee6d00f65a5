import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { Desk } from './desk-query.ts';

/** Two weeks ahead: how many clocks end on which day; days off are marked. */
export function DayRibbon({ desk }: { desk: Desk }) {
  const { t, i18n } = useTranslation('desk');
  const most = Math.max(1, ...desk.days.map((day) => day.count));
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <Section title={t('ribbon.title')} note={t('ribbon.note')}>
      <ol className="desk-ribbon">
        {desk.days.map((day) => (
          <li
            key={day.on}
            className={`${day.working ? '' : 'off'}${day.on === desk.asOf ? ' now' : ''}`}
            title={t('ribbon.day', { on: day.on, n: day.count })}
          >
            <span className="desk-ribbon-count">{day.count === 0 ? '' : day.count}</span>
            <span className="desk-ribbon-bar" style={{ height: `${Math.round((day.count / most) * 48)}px` }} />
            <span className="desk-ribbon-day">{Number(day.on.slice(8))}</span>
            <span className="desk-ribbon-week">{weekday.format(new Date(`${day.on}T00:00:00Z`))}</span>
          </li>
        ))}
      </ol>
      <p className="muted desk-ribbon-legend">{t('ribbon.legend')}</p>
    </Section>
  );
}
