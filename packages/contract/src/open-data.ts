/** Open data. */
export const openDataRoutes = {};
