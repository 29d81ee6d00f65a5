import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { dayOf } from './right-sql.ts';

/** Whether a notification of alias `a` flags its application on the day: notified, and not lifted by then. */
export const flaggedOn = (q: FactQuery): RawBuilder<unknown> =>
  sql`a.flagged_on <= ${dayOf(q)} and (a.cleared_on is null or ${dayOf(q)} < a.cleared_on)`;

/** Patent keys flagged as abnormal by a notification on the day. */
export function flaggedKeys(q: FactQuery): RawBuilder<unknown> {
  return sql`select distinct a.patent_key from ip_rights.abnormal_filing a where a.district = ${q.district} and ${flaggedOn(q)}`;
}
