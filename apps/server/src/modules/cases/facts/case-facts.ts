import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact, numberFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../repositories/row-repository.ts';

const SOURCE = '市场监督管理行政处罚程序规定';

const enterprise: FactGroup = {
  subject: 'enterprise',
  name: 'cases.enterprise',
  registers: [REGISTER],
  facts: [
    countFact(
      'cases.count',
      ['知识产权案件数', 'Cases'],
      [
        '统计日前已经立案、该主体为当事人的案件数，含其合并承继的。',
        'Cases opened up to the day in which the enterprise is suspected, with those it took over.',
      ],
      { unit: ['件', 'cases'], source: SOURCE },
    ),
    countFact(
      'cases.open',
      ['在办案件数', 'Cases under way'],
      ['统计日已立案、尚未结案的案件数。', 'Cases opened and not closed on the day.'],
      { unit: ['件', 'cases'], source: SOURCE },
    ),
    countFact(
      'cases.ipViolationsIn3Years',
      ['近三年知识产权违法案件数', 'Violations within three years'],
      [
        '统计日前三年内作出行政处罚决定（未被撤销）的知识产权案件数。',
        'Cases with a penalty in force, decided within the three years before the day.',
      ],
      { unit: ['件', 'cases'], source: '江苏省“正版正货”示范项目管理办法' },
    ),
    countFact(
      'cases.finesInFiveYears',
      ['近五年受罚款次数', 'Fines within five years'],
      ['统计日前五年内作出的罚款决定数。', 'Decisions with a fine within the five years before the day.'],
      { unit: ['次', 'times'], source: '商标法(2019)第60条' },
    ),
    dateFact(
      'cases.lastDecidedOn',
      ['最近一次处罚决定日', 'Last penalty'],
      [
        '统计日前最近一次行政处罚决定的日期；没有的为不明。',
        'Day of the last penalty up to the day; unknown where there is none.',
      ],
    ),
    numberFact(
      'cases.finedFen',
      ['累计罚款', 'Fines in all'],
      ['统计日前作出的罚款合计（分）。', 'Fines decided up to the day, in fen.'],
      { unit: ['分', 'fen'] },
    ),
    flagFact(
      'cases.suspectedOfCrime',
      ['有案件移送公安机关', 'A case was transferred to the police'],
      ['统计日前有案件决定移送公安机关。', 'A case was transferred to the police up to the day.'],
    ),
  ],
  select: (query) => sql`select x.party as subject_id,
      count(*)::float8 as "cases.count",
      count(*) filter (where x.closed_on is null or x.closed_on > ${query.asOf}::date)::float8 as "cases.open",
      count(*) filter (where x.kind = 'penalty' and x.decided_on > ${query.asOf}::date - interval '3 years')::float8 as "cases.ipViolationsIn3Years",
      count(*) filter (where x.fine_fen > 0 and x.decided_on > ${query.asOf}::date - interval '5 years')::float8 as "cases.finesInFiveYears",
      max(x.decided_on) filter (where x.kind = 'penalty') as "cases.lastDecidedOn",
      coalesce(sum(x.fine_fen), 0)::float8 as "cases.finedFen",
      coalesce(bool_or(x.kind = 'transfer-judicial'), false) as "cases.suspectedOfCrime"
    from (select distinct p.party, c.id, c.closed_on, d.kind, d.decided_on, d.fine_fen
      from cases.party q cross join lateral (values (q.party_id), (q.survivor_party_id)) p (party)
      join cases.case_file c on c.district = q.district and c.id = q.case_id and c.filed_on <= ${query.asOf}::date
      left join cases.decision d on d.district = c.district and d.case_id = c.id and d.superseded_reason is null and d.decided_on <= ${query.asOf}::date
      where q.district = ${query.district} and q.side = 'suspect' and p.party is not null ${among(query, sql`p.party`)}) x
    group by x.party`,
};

/** What cases say of enterprises. */
export const caseContribution: FactContribution = { groups: [enterprise] };
