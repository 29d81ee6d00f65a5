/** Complaints and reports under order 121. */
export const complaintRoutes = {};
