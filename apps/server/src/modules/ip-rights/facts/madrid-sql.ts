import { listLaw, pick, UnknownLawKeyError } from '@jince/law';
import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { lawNumberSql } from '../../../platform/facts/law-sql.ts';
import { DESIGNATION_STATES } from '../domain/designation-state.ts';
import { dayOf } from './right-sql.ts';

/** Last day of the running term of a registration of alias `r`: the printed one, else by the Protocol. */
const LAST_DAY = sql`coalesce(r.expires_on, (r.registered_on + make_interval(years => ${lawNumberSql('madrid.term-years', sql`r.registered_on`)}::int))::date)`;
const DEPENDS_UNTIL = sql`(r.registered_on + make_interval(years => ${lawNumberSql('madrid.dependency-years', sql`r.registered_on`)}::int))::date`;

/** The longer period of refusal, as assumed where the member's own is not recorded. */
function longestRefusal(): number {
  const months = listLaw()
    .find((one) => one.key === 'madrid.refusal-months')
    ?.periods.at(-1)?.value;
  const longest = pick(months ?? 0, 'extended');
  if (typeof longest !== 'number') throw new UnknownLawKeyError('madrid.refusal-months');
  return longest;
}

const STATE = sql`case ${sql.join(
  DESIGNATION_STATES.map(([pattern, state]) => sql`when d.text ~* ${pattern.source} then ${state}`),
  sql` `,
)} else 'unknown' end`;

const LONGEST_REFUSAL = sql`${longestRefusal()}::int`;

/** Last day for a refusal: the sender's, else the longest period of the Protocol from the designation. */
const REFUSAL_DUE = sql`coalesce(d.due_on, (d.designated_on + make_interval(months => ${LONGEST_REFUSAL}))::date)`;

/**
 * International registrations there are on the day: columns id, party_id, town, ir_no, name, registered_on, last_day, valid,
 * base_registration_no, nice_classes, depends_until, members, granted, refused.
 * @param restriction `and …` over `r` (registration) and `m` (mention, perhaps none)
 */
export function madridOn(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = dayOf(q);
  return sql`
    select r.id, m.party_id, p.town_code as town, r.ir_no, r.name, r.registered_on, x.last_day, coalesce(x.last_day >= ${day}, true) as valid,
      r.base_registration_no, r.nice_classes, ${DEPENDS_UNTIL} as depends_until, coalesce(g.members, '{}') as members, coalesce(g.granted, 0) as granted,
      coalesce(g.refused, 0) as refused
    from ip_rights.madrid r
    left join parties.mention m on m.district = r.district and m.id = r.mention_id
    left join parties.party p on p.district = m.district and p.id = m.party_id
    cross join lateral (select ${LAST_DAY} as last_day) x
    left join lateral (
      select array_agg(d.member order by d.member) as members,
        count(*) filter (where s.state in ('protected', 'partly-protected') or s.state = 'pending' and ${REFUSAL_DUE} < ${day}) as granted,
        count(*) filter (where s.state in ('refused', 'provisionally-refused')) as refused
      from (
        select k->>'member' as member, coalesce((k->>'on')::date, r.registered_on) as designated_on, coalesce(k->>'status', '指定中') as text,
          (k->>'refusalDueOn')::date as due_on
        from jsonb_array_elements(r.designations) k) d
      cross join lateral (select ${STATE} as state) s
      where coalesce(d.designated_on <= ${day}, true)) g on true
    where r.district = ${q.district} and coalesce(r.registered_on <= ${day}, true) ${restriction}`;
}
