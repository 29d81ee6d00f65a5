/** Credit of agencies and their people. */
export const agencyCreditRoutes = {};
