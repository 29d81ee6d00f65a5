/** Administrative cases: from the clue to the archive. */
export const caseRoutes = {};
