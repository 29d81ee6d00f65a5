/** Signals of abnormal filing and of irregular agencies. */
export const filingSupervisionRoutes = {};
