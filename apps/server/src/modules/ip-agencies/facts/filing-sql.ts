import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';

/** Statuses that follow a grant or a registration. */
const GRANTED = sql`'granted', 'lapsed', 'expired', 'invalidated', 'registered', 'grace', 'revoked'`;

/**
 * Rights filed by the day through an agency, with their status on it: `agency_id, id, filed_on, outcome, invention, abnormal`.
 */
export function filedOn(q: FactQuery, right: 'patent' | 'trademark'): RawBuilder<unknown> {
  const day = sql`${q.asOf}::date`;
  const id = sql.ref(`t.${right}_id`);
  const flags = sql`select n.patent_key from ip_rights.abnormal_filing n
      where n.district = ${q.district} and n.flagged_on <= ${day} and (n.cleared_on is null or n.cleared_on > ${day})
    union select f.patent_key from ip_rights.abnormal_finding f
      where f.district = ${q.district} and f.found_on <= ${day} and (f.withdrawn_on is null or f.withdrawn_on > ${day})`;
  const abnormal = right === 'patent' ? sql`r.record_key in (${flags})` : sql`false`;
  const invention = right === 'patent' ? sql`r.kind = 'invention'` : sql`false`;
  return sql`
    select l.agency_id, r.id, r.filed_on, ${invention} as invention, ${abnormal} as abnormal,
      case when t.status in (${GRANTED}) then 'granted' when t.status in ('rejected', 'refused') then 'refused'
        when t.status = 'withdrawn' then 'withdrawn' else 'pending' end as outcome
    from ${sql.table(`agencies.${right}_agency`)} l
    join ${sql.table(`ip_rights.${right}`)} r on r.district = l.district and r.id = ${sql.ref(`l.${right}_id`)}
    left join ${sql.table(`ip_rights.${right}_period`)} t on t.district = r.district and ${id} = r.id and t.valid_from <= ${day}
      and (t.valid_to is null or t.valid_to > ${day})
    where l.district = ${q.district} and coalesce(r.filed_on <= ${day}, true)`;
}
