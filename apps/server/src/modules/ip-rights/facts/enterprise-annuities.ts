import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { countFact, dateFact } from '../../../platform/facts/state-fact.ts';
import { nextDues } from './annuity-sql.ts';
import { dayOf, heldPatents, holdings } from './right-sql.ts';
import { EACH_HOLDER, PIECES } from './words.ts';

const SOURCE = '专利法实施细则第5、114、115条';

const dueIn = (days: number) =>
  countFact(
    `patents.annuity.dueIn${days}`,
    [`${days}天内应缴年费的专利`, `Fees due within ${days} days`],
    [
      `统计日有效、下一笔年费期限在统计日起${days}天内（含当日）的专利件数，期限按缴费记录和工作日历推算；${EACH_HOLDER[0]}。`,
      `Valid patents whose next annual fee is due within ${days} days of the day, by the reported payments and the calendar. ${EACH_HOLDER[1]}.`,
    ],
    { unit: PIECES, source: SOURCE },
  );

export const annuityGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.annuities',
  registers: ['patents', 'mentions'],
  facts: [
    dueIn(30),
    dueIn(60),
    dueIn(90),
    countFact(
      'patents.annuity.late',
      ['年费逾期的专利', 'Patents with a late fee'],
      [
        `统计日有效、缴费记录显示未缴、期限已过而仍可补缴的专利件数；${EACH_HOLDER[0]}。`,
        `Valid patents whose fee is reported unpaid, is past its day and can still be paid. ${EACH_HOLDER[1]}.`,
      ],
      { unit: PIECES, source: SOURCE },
    ),
    dateFact(
      'patents.annuity.nextDueOn',
      ['最早的年费期限', 'Earliest fee due on'],
      [
        `统计日有效专利中最早的年费期限，逾期未缴的含在内；${EACH_HOLDER[0]}；没有应缴的为不明。`,
        `Earliest due day of the annual fees of valid patents, late ones included. ${EACH_HOLDER[1]}. Unknown where none is owed.`,
      ],
      { source: SOURCE },
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    const within = (days: number) =>
      sql`count(*) filter (where d.due_on >= ${day} and d.due_on <= ${day} + ${days}::int)::float8`;
    return sql`
      select c.party_id as subject_id, ${within(30)} as "patents.annuity.dueIn30", ${within(60)} as "patents.annuity.dueIn60",
        ${within(90)} as "patents.annuity.dueIn90", count(*) filter (where d.due_on < ${day})::float8 as "patents.annuity.late",
        min(d.due_on) as "patents.annuity.nextDueOn"
      from (${holdings(q, 'patent')}) c
      join (${nextDues(q, heldPatents(q))}) d on d.patent_id = c.right_id
      group by c.party_id`;
  },
};
