import { creditRuleSets } from '@jince/law';
import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';

const SOURCE = '专利代理信用评价管理办法（试行）；商标代理监督管理规定第二十一条';

const measures = creditRuleSets.flatMap((set) =>
  set.versions.flatMap((version) =>
    version.measures.map(({ grade, measure }) => ({
      ruleSet: set.ruleSet,
      from: version.from,
      to: version.to,
      grade,
      measure,
    })),
  ),
);

/** Credit of an agency: the published result as far as its events still count, and the score by all that is known. */
export const agencyCreditGroup: FactGroup = {
  subject: 'agency',
  name: 'agency-credit.standing',
  registers: ['agency-credit'],
  facts: [
    numberFact(
      'credit.score',
      ['信用得分（已公示）', 'Credit score, published'],
      [
        '最近一次确定并公示的评价结果的得分；其中的事项到期、被撤销或修复后随之恢复。尚未评价的为未知。',
        'Score of the last final result; restored as its events end, are set aside or repaired. Unknown before the first.',
      ],
      { unit: ['分', 'points'], source: SOURCE },
    ),
    textFact(
      'credit.grade',
      ['信用等级（已公示）', 'Credit grade, published'],
      [
        '最近一次确定并公示的评价等级；其中的事项到期、被撤销或修复后随之恢复。尚未评价的为未知。',
        'Grade of the last final result; restored as its events end, are set aside or repaired. Unknown before the first.',
      ],
      { source: SOURCE },
    ),
    textFact(
      'credit.measure',
      ['分级管理措施', 'Measure by grade'],
      ['已公示等级对应的管理措施代码。', 'Code of the measure that follows from the published grade.'],
      { source: SOURCE },
    ),
    dateFact(
      'credit.evaluatedOn',
      ['最近评价日期', 'Evaluated on'],
      ['最近一次评价结果确定的日期，不晚于统计日。', 'Day of the last final result, on or before the day.'],
      { source: SOURCE },
    ),
    numberFact(
      'credit.current',
      ['信用得分（实时）', 'Credit score, current'],
      [
        '按统计日全部信用信息计算的得分，未经告知和异议。',
        'Score by all events of the day, before notice and objection.',
      ],
      { unit: ['分', 'points'], source: SOURCE },
    ),
    countFact(
      'credit.events',
      ['信用事项数', 'Events of credit'],
      [
        '统计日前三年内发生、未撤回的信用信息条数。',
        'Events of the three years before the day that were not taken back.',
      ],
      { unit: ['条', 'events'], source: SOURCE },
    ),
  ],
  select: (q) => {
    const on = sql`${q.asOf}::date`;
    const valid = sql`s.from_on <= ${on} and (s.to_on is null or s.to_on >= ${on})`;
    return sql`
      select s.subject_id,
        max(s.score) filter (where s.basis = 'published')::float8 as "credit.score",
        max(s.grade) filter (where s.basis = 'published') as "credit.grade",
        max(m.measure) filter (where s.basis = 'published') as "credit.measure",
        max(v.final_on) as "credit.evaluatedOn",
        max(s.score) filter (where s.basis = 'current')::float8 as "credit.current",
        coalesce(max(e.n), 0)::float8 as "credit.events"
      from agency_credit.standing s
      left join jsonb_to_recordset(${JSON.stringify(measures)}::jsonb)
          as m("ruleSet" text, "from" date, "to" date, grade text, measure text)
        on m."ruleSet" = s.rule_set and m.grade = s.grade and m."from" <= ${on} and (m."to" is null or m."to" >= ${on})
      left join (select subject_id, max(final_on) as final_on from agency_credit.evaluation
          where district = ${q.district} and final_on <= ${on} group by subject_id) v on v.subject_id = s.subject_id
      left join (select subject_id, count(*) as n from agency_credit.event
          where district = ${q.district} and withdrawn_at is null and happened_on <= ${on} and happened_on > ${on} - interval '3 years'
          group by subject_id) e on e.subject_id = s.subject_id
      where s.district = ${q.district} and s.subject_type = 'agency' and ${valid} ${among(q, sql`s.subject_id`)}
      group by s.subject_id`;
  },
};
