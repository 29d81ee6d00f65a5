import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { among } from '../../../platform/facts/state-fact.ts';

type Right = 'patent' | 'trademark';

/** Day of the query as a date. */
export const dayOf = (q: Pick<FactQuery, 'asOf'>): RawBuilder<unknown> => sql`${q.asOf}::date`;

/** First day of the year of the query. */
export const yearStart = (q: Pick<FactQuery, 'asOf'>): RawBuilder<unknown> =>
  sql`${`${q.asOf.slice(0, 4)}-01-01`}::date`;

/** How many holders a group of rows `h` with mentions `m` has: two spellings of one party count once. */
export const HOLDERS = sql`count(distinct coalesce(m.party_id, m.id))`;

/**
 * Which parties hold which rights: columns party_id, right_id, each pair once. A right of several linked holders stands
 * there for each of them. `only` of the query restricts the parties.
 */
export function holdings(q: FactQuery, right: Right): RawBuilder<unknown> {
  return sql`select distinct m.party_id, ${sql.ref(`h.${right}_id`)} as right_id
    from parties.mention m
    join ${sql.table(`ip_rights.${right}_holder`)} h on h.district = m.district and h.mention_id = m.id
    where m.district = ${q.district} and m.party_id is not null ${among(q, sql`m.party_id`)}`;
}

/** The patents of the parties asked for, so that their parts are looked up and not read whole; undefined for everyone's. */
export const heldPatents = (q: FactQuery): RawBuilder<unknown> | undefined =>
  q.only && sql`select c.right_id from (${holdings(q, 'patent')}) c`;

/** Joins the status period `t` of a right of alias `r` that holds on the day (from ≤ day < to). */
export function statusOn(q: FactQuery, right: Right): RawBuilder<unknown> {
  return sql`left join ${sql.table(`ip_rights.${right}_period`)} t on t.district = ${q.district} and ${sql.ref(`t.${right}_id`)} = r.id
    and t.valid_from <= ${dayOf(q)} and (t.valid_to is null or ${dayOf(q)} < t.valid_to)`;
}

/** Whether a patent of alias `r` was there on the day: filed, or else published or granted, by then; undated ones always. */
export const patentThere = (q: FactQuery): RawBuilder<unknown> =>
  sql`coalesce(coalesce(r.filed_on, r.published_on, r.granted_on) <= ${dayOf(q)}, true)`;

/** The same of a mark of alias `r`. */
export const trademarkThere = (q: FactQuery): RawBuilder<unknown> =>
  sql`coalesce(coalesce(r.filed_on, r.preliminary_on, r.registered_on, r.term_from) <= ${dayOf(q)}, true)`;

/** Day of grant of a patent of alias `r`: utility models and designs are published by their grant. */
export const grantDay = sql`coalesce(r.granted_on, case when r.kind <> 'invention' then r.published_on end)`;

/** Statuses of marks that are a right: in the grace period one can still be renewed and has not ended. */
export const VALID_MARK = sql`t.status in ('registered', 'grace')`;
