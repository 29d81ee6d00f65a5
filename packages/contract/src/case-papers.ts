/** Papers of cases: forms, numbers, service, publicity, archive. */
export const casePaperRoutes = {};
