import { isLocalDate } from '@jince/calendar';
import { AppError } from '../../../platform/errors/errors.ts';

/** Refuses days that are none, such as 2026-02-30. @throws AppError platform.invalid-input */
export function requireDays(days: Readonly<Record<string, string | null | undefined>>): void {
  const wrong = Object.entries(days).filter(([, day]) => day !== null && day !== undefined && !isLocalDate(day));
  if (wrong.length > 0)
    throw new AppError(
      'platform.invalid-input',
      {},
      wrong.map(([path]) => ({ path, message: '日期应写成 2026-11-22' })),
    );
}

/** Text as PostgreSQL can keep it; empty becomes null. */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text?.replaceAll('\0', '').toWellFormed().trim() ?? '';
  return clean === '' ? null : clean;
}

const LONG_NUMBER = /\d{7,}/g;

/** Who was met, without the numbers that a log of visits does not need (telephone, identity card). */
export function withoutNumbers(text: string | null): string | null {
  return text === null ? null : text.replace(LONG_NUMBER, (digits) => `${digits.slice(0, 3)}****`);
}
