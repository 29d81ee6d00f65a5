/** IP service agencies. */
export const ipAgencyRoutes = {};
