export const programRoutes = {};
