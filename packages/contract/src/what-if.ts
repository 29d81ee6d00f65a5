export const whatIfRoutes = {};
