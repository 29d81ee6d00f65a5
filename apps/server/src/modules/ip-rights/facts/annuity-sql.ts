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

/** Anniversary on which the fee of a patent year falls due, of a patent of alias `b`. */
const anniversary = (year: RawBuilder<unknown>) => sql`(b.filed_on + make_interval(years => (${year} - 1)::int))::date`;

/** Longest stretch of days off that can move a last day. */
const LONGEST_HOLIDAY = 20;
/** Fees looked at one by one before the rest of the term is searched. */
const FIRST_YEARS = [0, 1, 2];

/** The next fee of a patent that owes none: not paid, and payable without late fee. */
function openYear(q: FactQuery): RawBuilder<unknown> {
  const day = dayOf(q);
  const open = (year: RawBuilder<unknown>) => {
    const on = anniversary(year);
    return sql`(not ${year} = any(l.paid)) is not false and (${on} >= ${day} or ${on} >= ${day} - ${LONGEST_HOLIDAY}::int and ${rolled(q.asOf, on)} >= ${day})`;
  };
  const cases = FIRST_YEARS.map((ahead) => {
    const year = sql`(b.from_year + ${ahead}::int)`;
    return sql`when ${open(year)} then ${year}`;
  });
  const later = sql`generate_series(b.from_year + ${FIRST_YEARS.length}::int, b.term) y`;
  return sql`case ${sql.join(cases, sql` `)} else (select min(y) from ${later} where ${open(sql`y`)}) end`;
}

/** Lines of senders by patent: the first year not paid by the day, and those paid. */
function linesOf(q: FactQuery, keys: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const within = keys === undefined ? sql`` : sql`and l.patent_key in (${keys})`;
  return sql`
    select l.patent_key, min(l.patent_year) filter (where not ${paidBy(q)}) as unpaid, array_agg(l.patent_year) filter (where ${paidBy(q)}) as paid
    from ip_rights.annuity_payment l where l.district = ${q.district} ${within} group by 1`;
}

/**
 * The next annual fee of each Chinese patent in force on the day: columns patent_id, anniversary_on, due_on. By the lines of
 * senders as far as they had come to pass: the first fee reported unpaid while it can still be paid, else the first not
 * reported as paid that needs no late fee. `nextDueOn` of history/patent-history.ts says the same of one patent.
 * `offset 0` keeps the planner from writing each step's expression out wherever it is used.
 * @param patents select of patent ids that alone are wanted
 */
export function nextDues(q: FactQuery, patents?: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = dayOf(q);
  const within = patents === undefined ? sql`` : sql`and r.id in (${patents})`;
  const keys =
    patents &&
    sql`select r.record_key from ip_rights.patent r where r.district = ${q.district} and r.id in (${patents})`;
  const graceMonths = lawNumberSql('patent.late-fee.months', sql`a.on`);
  return sql`
    select d.patent_id, d.anniversary_on, d.due_on
    from (
      select b.id as patent_id, y.owed, a.on as anniversary_on, ${rolled(q.asOf, sql`a.on`)} as due_on,
        not y.owed or ${day} <= ${rolled(q.asOf, sql`(a.on + make_interval(months => (${graceMonths})::int))::date`)} as payable
      from (
        select r.id, r.record_key, r.filed_on, x.first_year, greatest(x.first_year, ${wholeYears(sql`r.filed_on`, day)} + 1) as from_year, x.term
        from ip_rights.patent r ${statusOn(q, 'patent')}
        cross join lateral (select (${TERM_YEARS})::int as term, ${wholeYears(sql`r.filed_on`, sql`r.granted_on`)} + 2 as first_year) x
        where r.district = ${q.district} and r.country = 'CN' and r.granted_on >= r.filed_on and t.status = 'granted' ${within} offset 0) b
      left join (${linesOf(q, keys)}) l on l.patent_key = b.record_key
      cross join lateral (select coalesce(${anniversary(sql`l.unpaid`)} < ${day}, false) as owed) o
      cross join lateral (
        select o.owed, case when o.owed
          then (select min(y) from generate_series(greatest(b.first_year, l.unpaid), b.term) y where (not y = any(l.paid)) is not false)
          else ${openYear(q)} end as year offset 0) y
      cross join lateral (select ${anniversary(sql`y.year`)} as on offset 0) a
      where y.year <= b.term) d
    where d.payable`;
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
