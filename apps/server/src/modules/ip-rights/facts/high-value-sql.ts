import { lawNumber } from '@jince/law';
import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { NATIONAL_AWARDS, NO_FAMILY_ABROAD } from '../domain/high-value.ts';
import { dayOf } from './right-sql.ts';

/** Patents whose family has a member abroad, of alias `r`: an empty list says nothing and counts as none. */
export const familyAbroad = sql`not (r.family_countries <@ ${NO_FAMILY_ABROAD}::text[])`;

/** Patent keys with a pledge of at least the amount of the law, registered on or before the day, and no more. */
function highlyPledged(q: FactQuery): RawBuilder<unknown> {
  const amount = lawNumber('patent.high-value.pledge-amount', q.asOf).value;
  return sql`select distinct g.patent_key from ip_rights.patent_pledge g
    where g.district = ${q.district} and g.registered_on <= ${dayOf(q)} and g.amount_fen >= ${amount}`;
}

/** Day from which an award of alias `w` counts. */
export const awardDay = sql`coalesce(w.awarded_on, make_date(w.year, 1, 1))`;

/** Patent keys with an award of national rank on or before the day. */
function nationallyAwarded(q: FactQuery): RawBuilder<unknown> {
  return sql`select distinct w.patent_key from ip_rights.patent_award w
    where w.district = ${q.district} and w.award = any(${NATIONAL_AWARDS}::text[]) and ${awardDay} <= ${dayOf(q)}`;
}

/** Joins `hp` (pledged highly) and `hw` (awarded) of a patent `r`. */
export const highValueJoins = (q: FactQuery): RawBuilder<unknown> => sql`
  left join (${highlyPledged(q)}) hp on hp.patent_key = r.record_key
  left join (${nationallyAwarded(q)}) hw on hw.patent_key = r.record_key`;

/**
 * The five categories of a valid Chinese invention `r` with the joins of {@link highValueJoins}, each never null.
 * `domain/high-value.ts` says the same of one patent, with reasons.
 */
export function highValueCategories(q: FactQuery) {
  const years = lawNumber('patent.high-value.maintained-years', q.asOf).value;
  return {
    strategic: sql`cardinality(r.strategic_codes) > 0`,
    family: familyAbroad,
    longLived: sql`coalesce((r.filed_on + make_interval(years => ${years}))::date < ${dayOf(q)}, false)`,
    pledged: sql`hp.patent_key is not null`,
    awarded: sql`hw.patent_key is not null`,
  };
}
