/** Rights aid and cross-region help. */
export const assistanceRoutes = {};
