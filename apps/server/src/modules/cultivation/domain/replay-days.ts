import { addDays, addMonths } from '@jince/calendar';

/**
 * Days between the baseline and today on which a campaign that starts late is read as if it had run: the last day of
 * each month, at most `most` of them, evenly chosen. Neither end is among them.
 */
export function replayDays(baselineOn: string, today: string, most: number): string[] {
  const days: string[] = [];
  let first = `${baselineOn.slice(0, 7)}-01`;
  for (;;) {
    first = addMonths(first, 1);
    const last = addDays(first, -1);
    if (last >= today) break;
    if (last > baselineOn) days.push(last);
  }
  if (days.length <= most) return days;
  return Array.from({ length: most }, (_, n) => days[Math.floor(((n + 1) * days.length) / most) - 1] as string);
}
