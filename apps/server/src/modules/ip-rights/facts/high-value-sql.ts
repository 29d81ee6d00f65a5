import { lawNumber } from '@jince/law';
import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { NATIONAL_AWARDS, NO_FAMILY_ABROAD } from '../domain/high-value.ts';
import { dayOf, statusOn } from './right-sql.ts';

/** Patents whose family has a member abroad, of alias `r`: an empty list says nothing and counts as none. */
export const familyAbroad = sql`not (r.family_countries <@ ${NO_FAMILY_ABROAD}::text[])`;

/** Patents filed more than the years of the law before the day, of alias `r`. */
export function longLived(q: FactQuery): RawBuilder<unknown> {
  const years = lawNumber('patent.high-value.maintained-years', q.asOf).value;
  return sql`coalesce((r.filed_on + make_interval(years => ${years}))::date < ${dayOf(q)}, false)`;
}

/** Patent keys with a pledge of at least the amount of the law, registered on or before the day, and no more. */
export function highlyPledged(q: FactQuery): RawBuilder<unknown> {
  const amount = lawNumber('patent.high-value.pledge-amount', q.asOf).value;
  return sql`select distinct g.patent_key from ip_rights.patent_pledge g
    where g.district = ${q.district} and g.registered_on <= ${dayOf(q)} and g.amount_fen >= ${amount}`;
}

/** Day from which an award of alias `w` counts. */
export const awardDay = sql`coalesce(w.awarded_on, make_date(w.year, 1, 1))`;

/** Patent keys with an award of national rank on or before the day. */
export function nationallyAwarded(q: FactQuery): RawBuilder<unknown> {
  return sql`select distinct w.patent_key from ip_rights.patent_award w
    where w.district = ${q.district} and w.award = any(${NATIONAL_AWARDS}::text[]) and ${awardDay} <= ${dayOf(q)}`;
}

/**
 * Valid Chinese inventions with the five categories of high value: columns patent_id, strategic, family, long_lived, pledged,
 * awarded. `domain/high-value.ts` says the same of one patent, with reasons.
 * @param restriction `and …` over `r`, the patent
 */
export function highValueInventions(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select r.id as patent_id, cardinality(r.strategic_codes) > 0 as strategic, ${familyAbroad} as family, ${longLived(q)} as long_lived,
      g.patent_key is not null as pledged, w.patent_key is not null as awarded
    from ip_rights.patent r ${statusOn(q, 'patent')}
    left join (${highlyPledged(q)}) g on g.patent_key = r.record_key
    left join (${nationallyAwarded(q)}) w on w.patent_key = r.record_key
    where r.district = ${q.district} and r.country = 'CN' and r.kind = 'invention' and t.status = 'granted' ${restriction}`;
}
