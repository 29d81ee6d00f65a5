export const fundRoutes = {};
