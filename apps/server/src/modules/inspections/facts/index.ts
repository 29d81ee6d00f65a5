import { sql } from 'kysely';
import type { FactContribution, FactGroup, FactQuery } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-change.ts';
import { inForce } from '../repositories/pledge-repository.ts';

const SOURCE = '规划第五部分“加强市场监管”';

const checkFacts = [
  countFact(
    'inspections.count',
    ['接受监督检查次数', 'Inspections made'],
    ['检查日不晚于统计日的监督检查任务数。', 'Checks made on or before the day.'],
    { unit: ['次', 'checks'], source: SOURCE },
  ),
  dateFact(
    'inspections.lastOn',
    ['最近检查日', 'Last inspected on'],
    [
      '检查日不晚于统计日的监督检查中最近的一次；没有的为不明。',
      'Latest check on or before the day; unknown where there is none.',
    ],
    { source: SOURCE },
  ),
  flagFact(
    'inspections.checkedThisYear',
    ['当年已检查', 'Inspected this year'],
    ['统计日所在年度内、统计日以前实施过监督检查。', 'A check was made in the year of the day, not after the day.'],
    { source: SOURCE },
  ),
  countFact(
    'inspections.corrections',
    ['责令改正次数', 'Orders to correct'],
    ['通知日不晚于统计日的责令改正通知书份数。', 'Orders to correct issued on or before the day.'],
    { unit: ['份', 'orders'], source: SOURCE },
  ),
];

const checks = (q: FactQuery, subject: 'party_id' | 'agency_id') => {
  const id = sql.ref(`t.${subject}`);
  return sql`select ${id} as subject_id,
      count(*) filter (where t.checked_on <= ${q.asOf}::date)::float8 as "inspections.count",
      max(t.checked_on) filter (where t.checked_on <= ${q.asOf}::date) as "inspections.lastOn",
      coalesce(bool_or(t.checked_on <= ${q.asOf}::date and t.checked_on >= date_trunc('year', ${q.asOf}::date)), false) as "inspections.checkedThisYear",
      coalesce(sum((select count(*) from inspections.correction o where o.district = t.district and o.task_id = t.id
        and o.issued_on <= ${q.asOf}::date)), 0)::float8 as "inspections.corrections"
    from inspections.task t
    where t.district = ${q.district} and ${id} is not null ${among(q, id)}
    group by ${id}`;
};

const enterpriseChecks: FactGroup = {
  subject: 'enterprise',
  name: 'inspections.enterprise',
  registers: [REGISTER],
  facts: checkFacts,
  select: (q) => checks(q, 'party_id'),
};

const agencyChecks: FactGroup = {
  subject: 'agency',
  name: 'inspections.agency',
  registers: [REGISTER],
  facts: checkFacts,
  select: (q) => checks(q, 'agency_id'),
};

const printers: FactGroup = {
  subject: 'enterprise',
  name: 'inspections.printer',
  registers: [REGISTER],
  facts: [
    flagFact(
      'printing.registered',
      ['商标印制企业', 'Mark printer'],
      ['统计日在商标印制企业名录内。', 'On the register of mark printers on the day.'],
      { source: '商标印制管理办法' },
    ),
    flagFact(
      'printing.checkedThisYear',
      ['商标印制企业当年已检查', 'Mark printer inspected this year'],
      [
        '统计日在名录内，且当年、统计日以前作为商标印制企业接受过检查。',
        'On the register, and inspected as a mark printer in the year up to the day.',
      ],
      { source: '商标印制管理办法' },
    ),
  ],
  select: (q) => sql`select p.party_id as subject_id, true as "printing.registered",
      bool_or(exists (select 1 from inspections.task t where t.district = p.district and t.object_kind = 'printer' and t.object_id = p.id
        and t.checked_on <= ${q.asOf}::date and t.checked_on >= date_trunc('year', ${q.asOf}::date))) as "printing.checkedThisYear"
    from inspections.printer p
    where p.district = ${q.district} and p.party_id is not null and p.registered_on <= ${q.asOf}::date and coalesce(p.ended_on > ${q.asOf}::date, true)
      ${among(q, sql`p.party_id`)}
    group by p.party_id`,
};

const pledges: FactGroup = {
  subject: 'enterprise',
  name: 'inspections.pledge',
  registers: [REGISTER],
  facts: [
    flagFact(
      'pledges.genuineGoods',
      ['正版正货承诺有效', 'Genuine-goods pledge in force'],
      [
        '统计日有在有效期内、未退出的正版正货承诺（企业、街区、行业）。',
        'Has a genuine-goods pledge (firm, street, trade) in force on the day.',
      ],
      { source: '江苏省正版正货示范项目管理办法' },
    ),
    flagFact(
      'pledges.market',
      ['规范化市场', 'Normalised market'],
      ['统计日有在培育期内、未退出的知识产权保护规范化市场。', 'Runs a normalised market in force on the day.'],
      { source: '知识产权保护规范化市场培育' },
    ),
  ],
  select: (
    q,
  ) => sql`select g.party_id as subject_id, bool_or(g.kind <> 'market') as "pledges.genuineGoods", bool_or(g.kind = 'market') as "pledges.market"
    from inspections.pledge g
    where g.district = ${q.district} and g.party_id is not null and ${inForce(sql`${q.asOf}::date`, 'g')} ${among(q, sql`g.party_id`)}
    group by g.party_id`,
};

/** What inspections say of enterprises and agencies. */
export const inspectionFacts: FactContribution = { groups: [enterpriseChecks, agencyChecks, printers, pledges] };
