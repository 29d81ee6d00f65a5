/** Reports and complaints of the public. */
export const publicReportRoutes = {};
