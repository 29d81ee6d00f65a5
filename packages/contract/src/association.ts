/** The industry association. */
export const associationRoutes = {};
