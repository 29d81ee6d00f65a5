/** Dates without time, working days by the State Council's notices, and statutory periods. */
export * from './local-date.ts';
export * from './statutory-period.ts';
export * from './working-calendar.ts';
