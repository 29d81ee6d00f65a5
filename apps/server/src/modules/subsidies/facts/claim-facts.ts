import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, numberFact } from '../../../platform/facts/state-fact.ts';

const claims: FactGroup = {
  subject: 'enterprise',
  name: 'subsidies.claims',
  registers: ['subsidies'],
  facts: [
    countFact(
      'subsidies.openClaims',
      ['在办奖补申请', 'Claims under way'],
      [
        '统计日已建立且未办结（未归档、未撤回、未被拒绝、未追回）的奖补申请件数；按现状，不追溯历史状态。',
        'Claims opened by the day and not closed: archived, withdrawn, refused or clawed back. As they stand now.',
      ],
      { unit: ['件', 'claims'] },
    ),
  ],
  select: (query) => sql`select p.id as subject_id, count(*)::float8 as "subsidies.openClaims"
    from subsidies.claim c join procedures.file f on f.district = c.district and f.id = c.id
    join parties.party p on p.district = c.district and p.record_key = c.party_key
    where c.district = ${query.district} and f.closed_at is null and (f.opened_at at time zone 'Asia/Shanghai')::date <= ${query.asOf}::date
      ${among(query, sql`p.id`)}
    group by p.id`,
};

const bans: FactGroup = {
  subject: 'enterprise',
  name: 'subsidies.bans',
  registers: ['subsidies'],
  facts: [
    dateFact(
      'subsidies.bannedUntil',
      ['限制申报至', 'Barred until'],
      [
        '统计日有效的追回决定所定限制申报的最后一日；没有限制的为不明。',
        'Last day of the bar set by decisions to claw back in force on the day; unknown where there is none.',
      ],
    ),
  ],
  select: (query) => sql`select p.id as subject_id, max(b.until_on) as "subsidies.bannedUntil"
    from subsidies.ban b join parties.party p on p.district = b.district and p.record_key = b.party_key
    where b.district = ${query.district} and b.from_on <= ${query.asOf}::date and b.until_on >= ${query.asOf}::date
      ${among(query, sql`p.id`)}
    group by p.id`,
};

const entitled: FactGroup = {
  subject: 'enterprise',
  name: 'subsidies.entitlements',
  registers: ['subsidies'],
  facts: [
    numberFact(
      'subsidies.entitledFen',
      ['可享未申报金额', 'Entitled and not claimed'],
      [
        '系统找到、尚未申报的应享金额合计；按现状，不追溯历史。没有应享的为不明。',
        'Sum of the entitlements found by the day that are offered and not claimed. As they stand now; unknown where there is none.',
      ],
      { unit: ['分', 'fen'] },
    ),
  ],
  select: (query) => sql`select e.party_id as subject_id, sum(e.amount_fen)::float8 as "subsidies.entitledFen"
    from subsidies.entitlement e where e.district = ${query.district} and e.state = 'offered' and e.found_on <= ${query.asOf}::date
      ${among(query, sql`e.party_id`)}
    group by e.party_id`,
};

const clocks: FactGroup = {
  subject: 'enterprise',
  name: 'subsidies.clocks',
  registers: ['subsidies'],
  facts: [
    dateFact(
      'subsidies.decisionDueOn',
      ['最早的审定期限', 'Earliest decision due'],
      [
        '在办奖补申请中，正在计算的审定期限最早的届满日；没有的为不明。按现状，不追溯。',
        'Earliest last day of the decision clocks that run on claims; unknown where none does. As they stand now.',
      ],
    ),
    dateFact(
      'subsidies.publicityEndsOn',
      ['最早的公示届满日', 'Earliest end of publicity'],
      [
        '公示中的奖补申请最早的公示届满日；没有的为不明。按现状，不追溯。',
        'Earliest last day of publicity of claims; unknown where none is in publicity. As they stand now.',
      ],
    ),
    dateFact(
      'subsidies.objectionDueOn',
      ['最早的异议答复期限', 'Earliest answer to an objection due'],
      [
        '未答复的公示异议最早的答复期限；没有的为不明。',
        'Earliest day by which an objection that is not answered must be; unknown where there is none.',
      ],
    ),
  ],
  select: (query) => sql`select p.id as subject_id,
      min(k.due_on) filter (where k.clock = 'decision') as "subsidies.decisionDueOn",
      min(k.due_on) filter (where k.clock = 'publicity' and f.state = 'publicised') as "subsidies.publicityEndsOn",
      min(o.due_on) as "subsidies.objectionDueOn"
    from subsidies.claim c join procedures.file f on f.district = c.district and f.id = c.id and f.closed_at is null
    join parties.party p on p.district = c.district and p.record_key = c.party_key
    left join procedures.clock k on k.district = c.district and k.file_id = c.id and k.stopped_on is null and k.started_on <= ${query.asOf}::date
    left join subsidies.objection o on o.district = c.district and o.claim_id = c.id and o.state = 'open'
    where c.district = ${query.district} ${among(query, sql`p.id`)}
    group by p.id`,
};

/** What subsidies can say of an enterprise. */
export const subsidyFacts: FactContribution = { groups: [claims, bans, entitled, clocks] };
