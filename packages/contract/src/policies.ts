export const policyRoutes = {};
