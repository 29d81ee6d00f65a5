/** Joint discipline. */
export const disciplineRoutes = {};
