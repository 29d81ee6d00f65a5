/** Name of the job that links patents and marks to the agencies they were filed through. */
export const LINK_TASK = 'agencies.link-filings';
