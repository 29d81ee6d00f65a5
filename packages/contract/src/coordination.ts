/** Coordination with police, courts, procuratorate and departments. */
export const coordinationRoutes = {};
