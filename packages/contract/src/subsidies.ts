export const subsidyRoutes = {};
