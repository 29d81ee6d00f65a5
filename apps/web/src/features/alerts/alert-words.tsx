import type { AlertItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';

export const levelTones: Readonly<Record<AlertItem['level'], Tone>> = { late: 'late', soon: 'warn', info: 'plain' };

export function LevelTag({ level }: { level: AlertItem['level'] }) {
  const { t } = useTranslation('alerts');
  return <StatusTag tone={levelTones[level]}>{t(`level.${level}`)}</StatusTag>;
}

/** The day that matters and how far it is. */
export function Due({ item }: { item: Pick<AlertItem, 'dueOn' | 'daysLeft'> }) {
  const { t } = useTranslation('alerts');
  if (item.dueOn === null || item.daysLeft === null) return <span className="muted">{t('noDay')}</span>;
  const key = item.daysLeft === 0 ? 'today' : item.daysLeft > 0 ? 'left' : 'past';
  return (
    <span className="alert-due">
      <span className="mono nowrap">{item.dueOn}</span>
      <span className={item.daysLeft <= 0 ? 'late nowrap' : 'muted nowrap'}>
        {t(`days.${key}`, { days: Math.abs(item.daysLeft) })}
      </span>
    </span>
  );
}

export function SubjectLink({ item, className }: { item: AlertItem; className?: string }) {
  return item.href ? (
    <Link className={className} to={item.href}>
      {item.subjectLabel}
    </Link>
  ) : (
    <span className={className}>{item.subjectLabel}</span>
  );
}
