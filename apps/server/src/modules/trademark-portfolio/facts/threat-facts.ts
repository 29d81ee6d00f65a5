import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-threats.ts';

const SOURCE = '商标法（2019）第33条；商标法（2026修订）第36条';

const threats: FactGroup = {
  subject: 'trademark',
  name: 'trademark-portfolio.threats',
  registers: [REGISTER],
  facts: [
    countFact(
      'openThreats',
      ['待决定的近似公告', 'Close publications undecided'],
      [
        '统计日已发现、异议期未满、尚未决定是否提出异议的近似公告商标件数。',
        'Published marks close to this one, found by the day, still open to opposition and undecided.',
      ],
      { unit: ['件', 'marks'], source: SOURCE },
    ),
    dateFact(
      'opposeBy',
      ['最近的异议最后一日', 'Next last day to oppose'],
      [
        '待决定的近似公告中最近的异议最后一日；没有的为不明。',
        'The nearest last day to oppose among them; unknown without any.',
      ],
      { source: SOURCE },
    ),
  ],
  select: (q) => sql`
    select e.own_trademark_id as subject_id, count(*)::float8 as "openThreats", min(e.due_on) as "opposeBy"
    from trademark_portfolio.threat e
    where e.district = ${q.district} ${among(q, sql`e.own_trademark_id`)} and e.found_on <= ${q.asOf}::date and e.due_on >= ${q.asOf}::date
      and (e.decided_on is null or e.decided_on > ${q.asOf}::date)
    group by 1`,
};

export const trademarkPortfolioFacts: FactContribution = { groups: [threats] };
