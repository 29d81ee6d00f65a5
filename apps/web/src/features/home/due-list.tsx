import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatCount } from '../../lib/format.ts';
import type { DueItem, Home } from '../../lib/plan.ts';

const tones = { late: 'late', soon: 'warn', info: 'plain' } as const;
const order = { late: 0, soon: 1, info: 2 };

/** What is due today and this week, late first. Without the plan: what waits in the registers. */
export function DueList({ due, waiting }: { due: readonly DueItem[] | undefined; waiting: Home['waiting'] }) {
  const { t } = useTranslation(['home', 'common']);
  const dated = due ?? [];
  const open = due ? [] : waiting.filter((item) => item.count > 0).sort((a, b) => order[a.level] - order[b.level]);
  const count = dated.length + open.length;
  return (
    <Section title={t('due')} note={count > 0 ? t('dueCount', { count }) : null}>
      {count === 0 && <p className="soft">{t('dueNone')}</p>}
      <ul className="due">
        {dated.map((item) => (
          <li key={item.code}>
            <Link to={item.href}>
              <span className={item.level === 'late' ? 'late' : 'soft'} title={item.dueOn ?? undefined}>
                {/* The year stands in the title: what is due lies close by. */}
                {item.when === item.dueOn ? item.when.slice(5) : item.when}
              </span>
              <span>
                {item.label}
                {item.detail && <small>{item.detail}</small>}
              </span>
              <StatusTag tone={tones[item.level]}>{item.tag}</StatusTag>
            </Link>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <ul className="waiting">
          {open.map((item) => (
            <li key={item.code}>
              <Link to={item.href}>
                <span>{item.label}</span>
                <b>{formatCount(item.count)}</b>
                <StatusTag tone={tones[item.level]}>{t(`common:mark.${item.level}`)}</StatusTag>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
