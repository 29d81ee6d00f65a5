import { addDays } from '@jince/calendar';

/** The day before. */
export const eveOf = (day: string): string => addDays(day, -1);
