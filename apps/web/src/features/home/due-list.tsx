import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatCount } from '../../lib/format.ts';
import type { DueItem, Home } from '../../lib/plan.ts';

const tones = { late: 'late', soon: 'warn', info: 'plain' } as const;
const order = { late: 0, soon: 1, info: 2 };

/** What is due today and this week, soonest first, and below it what waits without a day. */
export function DueList({ due, waiting }: { due: readonly DueItem[]; waiting: Home['waiting'] }) {
  const { t } = useTranslation(['home', 'common']);
  const dated = [...due].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  const codes = new Set(due.map((item) => item.code));
  const open = waiting
    .filter((item) => item.count > 0 && !codes.has(item.code))
    .sort((a, b) => order[a.level] - order[b.level]);
  return (
    <Section title={t('due')} note={t('dueCount', { count: dated.length + open.length })}>
      {dated.length + open.length === 0 && <p className="soft">{t('dueNone')}</p>}
      <ul className="due">
        {dated.map((item) => (
          <li key={item.code}>
            <Link to={item.href}>
              <span className={item.level === 'late' ? 'late' : 'soft'} title={item.dueOn ?? undefined}>
                {item.when}
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
