import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../status-tag.tsx';
import type { FileClock } from './file-query.ts';

const SOON_DAYS = 3;

function wordOf(clock: Pick<FileClock, 'standing' | 'daysLeft' | 'waits'>): { key: string; tone: Tone } {
  if (clock.standing !== 'running' && clock.standing !== 'expired') return { key: clock.standing, tone: 'plain' };
  const left = clock.daysLeft ?? 0;
  if (clock.waits) return left < 0 ? { key: 'over', tone: 'good' } : { key: 'waits', tone: 'info' };
  if (left < 0) return { key: 'late', tone: 'late' };
  if (left === 0) return { key: 'today', tone: 'warn' };
  return { key: 'left', tone: left <= SOON_DAYS ? 'warn' : 'plain' };
}

/** How far off the end of a clock is: a limit that has passed is late, a time to be waited out is over. */
export function DaysLeft({ clock }: { clock: Pick<FileClock, 'standing' | 'daysLeft' | 'waits'> }) {
  const { t } = useTranslation('procedures');
  const { key, tone } = wordOf(clock);
  return <StatusTag tone={tone}>{t(`clock.${key}`, { days: Math.abs(clock.daysLeft ?? 0) })}</StatusTag>;
}
