/** Follows a start: what happened between the baseline and today. */
export const CATCH_UP_TASK = 'cultivation.catch-up-campaign';
/** Follows every refresh of the facts. */
export const REFRESH_TASK = 'cultivation.refresh-campaigns';
