/** Dates without time, working days by the State Council's notices, statutory periods and the clocks of the law. */
export * from './deadlines/index.ts';
export * from './local-date.ts';
export * from './statutory-period.ts';
export * from './working-calendar.ts';
