/** Matters between agencies and the office: annual reports, changes, inquiries, disclosures, census. */
export const agencyAffairRoutes = {};
