/** The statistics form of IP cases. */
export const caseStatisticRoutes = {};
