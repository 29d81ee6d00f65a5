import { sql } from 'kysely';

/**
 * Everything that flags an application as abnormal: notices of the office and findings of the district. Columns district,
 * patent_key, flagged_on, cleared_on. A flag holds from the first day to before the second.
 */
export const ABNORMAL_FLAGS = `select n.district, n.patent_key, n.flagged_on, n.cleared_on from ip_rights.abnormal_filing n
  union all select f.district, f.patent_key, f.found_on, f.withdrawn_on from ip_rights.abnormal_finding f`;

/** The same as a piece of a statement: `from ${abnormalFlags} a`. */
export const abnormalFlags = sql`(${sql.raw(ABNORMAL_FLAGS)})`;
