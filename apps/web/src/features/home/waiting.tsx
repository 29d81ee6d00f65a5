import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatCount } from '../../lib/format.ts';
import type { Home } from './home-query.ts';

const tones = { late: 'late', soon: 'warn', info: 'plain' } as const;

/** What waits for a person, most pressing first. */
export function Waiting({ items }: { items: Home['waiting'] }) {
  const { t } = useTranslation(['home', 'common']);
  const order = { late: 0, soon: 1, info: 2 };
  const sorted = items.filter((item) => item.count > 0).sort((a, b) => order[a.level] - order[b.level]);
  return (
    <Section title={t('waiting')} note={t('waitingCount', { count: sorted.length })}>
      {sorted.length === 0 ? (
        <p className="soft">{t('waitingNone')}</p>
      ) : (
        <ul className="waiting">
          {sorted.map((item) => (
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
