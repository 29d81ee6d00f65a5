import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { dayOf, HOLDERS } from './right-sql.ts';

/** A university or institute: by the kind of the linked party, else by the end of the name. */
const ACADEMIC = sql`coalesce(p.kind in ('university', 'institute'), m.name ~ '(大学|学院|研究院|研究所|研究中心|设计院)$')`;

/**
 * Who holds each patent: columns patent_id, holders (names that stand for the same party count once), linked, joint, academic
 * (a university or institute together with another party), town and zone of the first linked holder.
 * @param restriction `and …` over `h`, the holder
 */
export function holderGroups(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select h.patent_id, ${HOLDERS} as holders, ${HOLDERS} > 1 as joint,
      bool_or(m.party_id is not null) as linked, bool_or(${ACADEMIC}) and not bool_and(${ACADEMIC}) as academic,
      (array_agg(p.town_code order by h.position) filter (where p.id is not null))[1] as town,
      (array_agg(p.zone_code order by h.position) filter (where p.id is not null))[1] as zone
    from ip_rights.patent_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    left join parties.party p on p.district = m.district and p.id = m.party_id
    where h.district = ${q.district} ${restriction} group by h.patent_id`;
}

/** Patents of several holders alone: columns patent_id, joint, academic as in {@link holderGroups}, for far fewer rows. */
export function jointGroups(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select h.patent_id, ${HOLDERS} > 1 as joint, bool_or(${ACADEMIC}) and not bool_and(${ACADEMIC}) as academic
    from ip_rights.patent_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    left join parties.party p on p.district = m.district and p.id = m.party_id
    where h.district = ${q.district} and h.patent_id in (
      select o.patent_id from ip_rights.patent_holder o where o.district = ${q.district} and o.position > 1) ${restriction}
    group by h.patent_id`;
}

/**
 * What was done with each patent by the day: columns patent_id, transferred, licensed, pledged.
 * @param restriction `and …` over `e`, the event
 */
export function dealings(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.patent_id, bool_or(e.kind = 'transferred') as transferred, bool_or(e.kind = 'licensed') as licensed,
      bool_or(e.kind = 'pledged') as pledged
    from ip_rights.patent_event e
    where e.district = ${q.district} and e.kind in ('transferred', 'licensed', 'pledged') and e.happened_on <= ${dayOf(q)} ${restriction}
    group by e.patent_id`;
}

/** Patents with registered pledges by the day: columns patent_key, active (one not released), amount_fen of those active. */
export function activePledges(q: FactQuery): RawBuilder<unknown> {
  const active = sql`(g.released_on is null or ${dayOf(q)} < g.released_on)`;
  return sql`
    select g.patent_key, bool_or(${active}) as active, sum(g.amount_fen) filter (where ${active}) as amount_fen
    from ip_rights.patent_pledge g where g.district = ${q.district} and g.registered_on <= ${dayOf(q)} group by g.patent_key`;
}
