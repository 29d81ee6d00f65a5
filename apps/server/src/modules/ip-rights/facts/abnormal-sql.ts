import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { abnormalFlags } from '../repositories/abnormal-flags.ts';
import { dayOf } from './right-sql.ts';

/** Whether a flag of alias `a` holds for its application on the day: notified or found, and not lifted by then. */
export const flaggedOn = (q: FactQuery): RawBuilder<unknown> =>
  sql`a.flagged_on <= ${dayOf(q)} and (a.cleared_on is null or ${dayOf(q)} < a.cleared_on)`;

/** Patent keys flagged as abnormal on the day, by a notice of the office or a finding of the district. */
export function flaggedKeys(q: FactQuery): RawBuilder<unknown> {
  return sql`select distinct a.patent_key from ${abnormalFlags} a where a.district = ${q.district} and ${flaggedOn(q)}`;
}
