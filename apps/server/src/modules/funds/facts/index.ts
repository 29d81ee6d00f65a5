import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, listFact } from '../../../platform/facts/state-fact.ts';

const FEN = { unit: ['分', 'fen'] as const };

const paymentGroup: FactGroup = {
  subject: 'enterprise',
  name: 'funds.payments',
  registers: ['funds', 'mentions', 'parties'],
  facts: [
    countFact(
      'funds.paidTotalFen',
      ['累计已获奖补', 'Paid in all'],
      [
        '统计日及以前已拨付的奖补资金合计，含历史奖补清单；未注明拨付日期的历史奖补自其年度末起计入。追回的不扣减。',
        'Everything paid on or before the day, earlier lists included; where these give no day, from the end of their year. What was claimed back is not taken off.',
      ],
      FEN,
    ),
    countFact(
      'funds.paidThisYearFen',
      ['本年已获奖补', 'Paid this year'],
      [
        '统计日所在年度至统计日已拨付的奖补资金合计，含历史奖补清单。',
        'What was paid in the year of the day, up to the day, earlier lists included.',
      ],
      FEN,
    ),
    listFact(
      'funds.paidForThisYear',
      'text',
      ['本年已获奖补的事由', 'What it was paid for this year'],
      [
        '统计日所在年度至统计日已拨付奖补的事由代码（如 madrid-registration），含历史奖补清单。',
        'Codes of what was rewarded by payments of the year of the day, up to the day, earlier lists included.',
      ],
    ),
    dateFact(
      'funds.lastPaidOn',
      ['最近拨付日期', 'Last paid on'],
      [
        '统计日及以前最近一次拨付的日期；只有年度的历史奖补不参与。',
        'Day of the last payment on or before the day; earlier payments of which only the year is known do not take part.',
      ],
    ),
    countFact(
      'funds.openDebtFen',
      ['待追回款', 'Still to be paid back'],
      [
        '统计日已作出追回决定而尚未收回的金额。',
        'What was claimed back on or before the day and had not been received by it.',
      ],
      FEN,
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    return sql`
      select x.party_id as subject_id, coalesce(sum(x.paid), 0)::float8 as "funds.paidTotalFen",
        coalesce(sum(x.paid) filter (where x.year = date_part('year', ${day})), 0)::float8 as "funds.paidThisYearFen",
        coalesce(array_agg(distinct x.given_for order by x.given_for)
          filter (where x.year = date_part('year', ${day}) and x.given_for is not null), '{}') as "funds.paidForThisYear",
        max(x.paid_on) as "funds.lastPaidOn", coalesce(sum(x.debt), 0)::float8 as "funds.openDebtFen"
      from (
        select q.id as party_id, p.amount_fen as paid, date_part('year', p.paid_on) as year, p.paid_on, 0 as debt,
          substring(p.achievement_key from ':([a-z-]+)(?:@[0-9]{4})?$') as given_for
        from funds.payable p join parties.party q on q.district = p.district and q.record_key = p.party_key
        where p.district = ${q.district} and p.state = 'paid' and p.paid_on <= ${day} ${among(q, sql`q.id`)}
        union all
        select m.party_id, l.amount_fen, coalesce(date_part('year', l.paid_on), l.year), l.paid_on, 0, l.trigger
        from funds.legacy_payment l join parties.mention m on m.district = l.district and m.id = l.mention_id
        where l.district = ${q.district} and m.party_id is not null and coalesce(l.paid_on, make_date(l.year, 12, 31)) <= ${day}
          ${among(q, sql`m.party_id`)}
        union all
        select q.id, 0, null, null, r.amount_fen - coalesce((select sum(c.amount_fen) from funds.receipt c
          where c.district = r.district and c.receivable_id = r.id and c.received_on <= ${day}), 0), null
        from funds.receivable r join parties.party q on q.district = r.district and q.record_key = r.party_key
        where r.district = ${q.district} and (r.opened_at at time zone 'Asia/Shanghai')::date <= ${day} ${among(q, sql`q.id`)}) x
      group by x.party_id`;
  },
};

/** What money enterprises got and owe. A name of an earlier list that is linked anew marks its parties by itself. */
export const fundFacts: FactContribution = { groups: [paymentGroup] };
