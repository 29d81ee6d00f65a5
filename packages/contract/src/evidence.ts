/** Evidence, custody of things, measures. */
export const evidenceRoutes = {};
