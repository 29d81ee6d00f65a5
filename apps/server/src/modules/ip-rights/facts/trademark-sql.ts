import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { lawNumberSql } from '../../../platform/facts/law-sql.ts';
import { wholeYears } from '../../../platform/facts/state-fact.ts';
import { dayOf } from './right-sql.ts';

/** First day of the exclusive right of a mark of alias `r`. */
const TERM_FROM = sql`coalesce(r.registered_on, r.term_from)`;
const TERM_YEARS = lawNumberSql('trademark.term.years', sql`coalesce(${TERM_FROM}, r.expires_on)`);
/** Last day of the first term; of foreign marks no term is foretold. */
const FIRST_END = sql`case when r.country = 'CN' then (${TERM_FROM} + make_interval(years => (${TERM_YEARS})::int))::date - 1 end`;

/**
 * Lateral `e` of a mark of alias `r`: `last_day`, the end of the term that runs on the day, or of the last one when all are
 * over. The printed end includes renewals, so whole terms are taken off it on earlier days. `offset 0` keeps the planner
 * from writing each step's expression out wherever it is used.
 */
export function runningTerm(q: FactQuery): RawBuilder<unknown> {
  const day = dayOf(q);
  return sql`cross join lateral (select ${FIRST_END} as first_end, (${TERM_YEARS})::int as years offset 0) e0
    cross join lateral (select greatest(r.expires_on, e0.first_end) as printed offset 0) e1
    cross join lateral (
      select case when e1.printed is null or e1.printed < ${day} or e0.years is null or r.country <> 'CN' then e1.printed
        else greatest(e0.first_end, (e1.printed - make_interval(years => (${wholeYears(day, sql`e1.printed`)} / e0.years) * e0.years))::date) end as last_day offset 0) e`;
}

/** Last day of the grace period of a last day. */
export const graceEnd = (lastDay: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${lastDay} + make_interval(months => ${lawNumberSql('trademark.renewal.grace-months', lastDay)}::int))::date`;

/** First day on which a term with this last day can be renewed. */
export const renewalOpens = (lastDay: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${lastDay} - make_interval(months => ${lawNumberSql('trademark.renewal.window-months', lastDay)}::int))::date + 1)`;

/** Evidence of use by number and class up to the day: columns registration_no, nice_class, pieces, last_used_on. */
export function evidenceOn(q: FactQuery): RawBuilder<unknown> {
  return sql`select u.registration_no, u.nice_class, count(*) as pieces, max(u.used_on) as last_used_on
    from ip_rights.trademark_use u where u.district = ${q.district} and u.used_on <= ${dayOf(q)} group by 1, 2`;
}

/**
 * Whether a Chinese mark of alias `r`, registered on the day (`t`), can be asked to be revoked for non-use: the years of the
 * law have passed since its registration or the last evidence of use (`u`). As `nonUseExposure` of domain/trademark-deadlines.ts.
 */
export function nonUseExposed(q: FactQuery): RawBuilder<unknown> {
  const from = sql`greatest(r.registered_on, u.last_used_on)`;
  return sql`(r.country = 'CN' and t.status in ('registered', 'grace') and r.registered_on is not null
    and coalesce((${from} + make_interval(years => ${lawNumberSql('trademark.non-use.years', from)}::int))::date <= ${dayOf(q)}, false))`;
}
