import { addDays, addMonths, addYears, rollForwardIfKnown } from '@jince/calendar';
import { type RawBuilder, sql } from 'kysely';
import type { FactQuery } from '../../../platform/facts/index.ts';
import { lawNumberSql } from '../../../platform/facts/law-sql.ts';
import { wholeYears } from '../../../platform/facts/state-fact.ts';
import { dayOf, statusOn } from './right-sql.ts';

/** Reach of the calendar about the day: late periods behind it, fees paid some years in advance before it. */
const MONTHS_BEHIND = 9;
const YEARS_AHEAD = 3;

/** Days off about the day, each with the working day that follows: `{"2026-10-01": "2026-10-08"}`. */
function daysOff(asOf: string): Record<string, string> {
  const moved: Record<string, string> = {};
  const last = addYears(asOf, YEARS_AHEAD);
  for (let day = addMonths(asOf, -MONTHS_BEHIND); day <= last; day = addDays(day, 1)) {
    const worked = rollForwardIfKnown(day).on;
    if (worked !== day) moved[day] = worked;
  }
  return moved;
}

/** A last day moved to a working day (专利法实施细则 5), where the notices of holidays reach. */
const rolled = (asOf: string, day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((${JSON.stringify(daysOff(asOf))}::jsonb ->> ${day}::text)::date, ${day})`;

/** Whether a line of alias `l` says its fee was paid by the day; words as in `isPaid` of history/annuity-lines.ts. */
const paidBy = (q: FactQuery): RawBuilder<unknown> => sql`(case when l.paid_on is not null then l.paid_on <= ${dayOf(q)}
  else coalesce(l.status_text ~* '已缴|已交|缴清|已支付|paid' and l.status_text !~* '未缴|未交|unpaid', false) end)`;

/** Term of a patent of alias `r` in years by the law of the filing. */
export const TERM_YEARS = sql`case r.kind when 'invention' then ${lawNumberSql('patent.term.invention', sql`r.filed_on`)}
  when 'utility' then ${lawNumberSql('patent.term.utility', sql`r.filed_on`)} else ${lawNumberSql('patent.term.design', sql`r.filed_on`)} end`;

/** Anniversary on which the fee of patent year `y` falls due. */
const anniversary = (year: RawBuilder<unknown>) => sql`(b.filed_on + make_interval(years => (${year} - 1)::int))::date`;

/**
 * The next annual fee of each Chinese patent in force on the day: columns patent_id, anniversary_on, due_on. By the lines of
 * senders as far as they had come to pass: the first fee reported unpaid while it can still be paid, else the first not
 * reported as paid that needs no late fee. `nextDueOn` of history/patent-history.ts says the same of one patent.
 * @param restriction `and …` over `r`, the patent
 */
export function nextDues(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = dayOf(q);
  return sql`
    select d.patent_id, d.anniversary_on, d.due_on
    from (
      select r.id as patent_id, r.record_key, r.filed_on, (${TERM_YEARS})::int as term, ${wholeYears(sql`r.filed_on`, sql`r.granted_on`)} + 2 as first_year,
        ${wholeYears(sql`r.filed_on`, day)} + 1 as running_year
      from ip_rights.patent r ${statusOn(q, 'patent')}
      where r.district = ${q.district} and r.country = 'CN' and r.granted_on >= r.filed_on and t.status = 'granted' ${restriction}) b
    left join (
      select l.patent_key, min(l.patent_year) filter (where not ${paidBy(q)}) as unpaid,
        coalesce(array_agg(l.patent_year) filter (where ${paidBy(q)}), '{}') as paid
      from ip_rights.annuity_payment l where l.district = ${q.district} group by 1) l on l.patent_key = b.record_key
    cross join lateral (select coalesce(${anniversary(sql`l.unpaid`)} < ${day}, false) as owed) o
    cross join lateral (
      select b.patent_id, a.on as anniversary_on, ${rolled(q.asOf, sql`a.on`)} as due_on, y
      from generate_series(greatest(b.first_year, case when o.owed then l.unpaid else b.running_year end), b.term) y
      cross join lateral (select ${anniversary(sql`y`)} as on) a
      where not y = any(coalesce(l.paid, '{}')) and (o.owed or ${rolled(q.asOf, sql`a.on`)} >= ${day})
      order by y limit 1) d
    where not o.owed
      or ${day} <= ${rolled(q.asOf, sql`(d.anniversary_on + make_interval(months => ${lawNumberSql('patent.late-fee.months', sql`d.anniversary_on`)}::int))::date`)}`;
}

/** Months of lateness begun by the day, counted from the anniversary like the late fee; null when not late. */
export function lateMonths(q: FactQuery, alias: string): RawBuilder<unknown> {
  const from = sql.ref(`${alias}.anniversary_on`);
  const age = sql`age(${dayOf(q)}, ${from})`;
  const whole = sql`(extract(year from ${age}) * 12 + extract(month from ${age}))::int`;
  // The last day of a month of lateness still belongs to it; the last month runs on to the working day after its end.
  const begun = sql`(${whole} + case when (${from} + make_interval(months => ${whole}))::date < ${dayOf(q)} then 1 else 0 end)`;
  return sql`case when ${sql.ref(`${alias}.due_on`)} < ${dayOf(q)}
    then greatest(1, least(${begun}, ${lawNumberSql('patent.late-fee.months', from)}))::float8 end`;
}

/** Last day of the month of lateness that runs on the day, the last one running on to a working day; null when not late. */
export function lateTierEnd(q: FactQuery, alias: string): RawBuilder<unknown> {
  const from = sql.ref(`${alias}.anniversary_on`);
  const most = lawNumberSql('patent.late-fee.months', from);
  const end = (months: RawBuilder<unknown>) => sql`(${from} + make_interval(months => (${months})::int))::date`;
  const months = lateMonths(q, alias);
  return sql`case when ${months} >= ${most} then ${rolled(q.asOf, end(most))} else ${end(months)} end`;
}
