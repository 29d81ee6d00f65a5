import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { lawNumberSql } from '../../../platform/facts/law-sql.ts';
import { ENDED_STATUS, membershipTerms, validEditions } from '../domain/membership-validity.ts';

/** Last day of the certificate as `lastDay` of domain/membership-validity.ts finds it. */
const LAST_DAY = sql`coalesce(s.valid_to, case ${sql.join(
  Object.entries(membershipTerms).map(
    ([kind, key]) =>
      sql`when s.kind = ${kind} then (s.valid_from + make_interval(years => ${lawNumberSql(key, sql`s.valid_from`)}::int))::date - 1`,
  ),
  sql` `,
)} end)`;

const EDITION = sql`case when s.kind = 'standard-certified' then substring(s.standard from '29490[^0-9]{0,3}(20[0-9]{2})') end`;

/**
 * Memberships with what `isMembershipValid` says of them on the day of the query: columns id, record_key, party_id, kind,
 * level, certificate_no, certifier, standard, year, revenue_fen, valid_from, last_day, edition, running (but for the edition)
 * and valid. The property test of this folder holds it to the domain's function.
 * @param restriction `and …` over `s` (membership) and `m` (mention)
 */
export function membershipsOn(query: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = sql`${query.asOf}::date`;
  const { editions } = validEditions(query.asOf);
  return sql`
    select s.id, s.record_key, m.party_id, s.kind, s.level, s.certificate_no, s.certifier, s.standard, s.year, s.revenue_fen, s.valid_from,
      x.last_day, x.edition, y.running, y.running and (x.edition is null or x.edition = any(${editions}::text[])) as valid
    from parties.membership s
    join parties.mention m on m.district = s.district and m.id = s.mention_id
    cross join lateral (select ${LAST_DAY} as last_day, ${EDITION} as edition) x
    cross join lateral (select not coalesce(s.status_text ~ ${ENDED_STATUS.source}, false)
      and coalesce(s.valid_from <= ${day}, true) and coalesce(x.last_day >= ${day}, true) as running) y
    where s.district = ${query.district} ${restriction}`;
}
