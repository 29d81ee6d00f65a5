/** The officer's day: files, clocks, workload, calendar. */
export const deskRoutes = {};
