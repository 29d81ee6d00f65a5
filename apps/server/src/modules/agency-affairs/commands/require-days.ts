import { isLocalDate } from '@jince/calendar';
import { AppError } from '../../../platform/errors/errors.ts';

/** Refuses days that are none, such as 2026-02-30. @throws AppError platform.invalid-input */
export function requireDays(days: Readonly<Record<string, string | null>>): void {
  const wrong = Object.entries(days).filter(([, day]) => day !== null && !isLocalDate(day));
  if (wrong.length > 0)
    throw new AppError(
      'platform.invalid-input',
      {},
      wrong.map(([path]) => ({ path, message: '日期应写成 2026-11-22' })),
    );
}
