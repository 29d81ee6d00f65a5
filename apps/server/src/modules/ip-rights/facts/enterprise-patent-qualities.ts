import { type RawBuilder, sql } from 'kysely';
import type { FactGroup, FactOfGroup, FactQuery } from '../../../platform/facts/index.ts';
import { among, countFact, numberFact, type Words } from '../../../platform/facts/state-fact.ts';
import { flaggedKeys, flaggedOn } from './abnormal-sql.ts';
import { activePledges, dealings, jointGroups } from './patent-parts.ts';
import { heldPatents, patentThere } from './right-sql.ts';
import { EACH_HOLDER, PIECES } from './words.ts';

const count = (path: string, label: Words, [zh, en]: Words, source?: string, unit: Words = PIECES): FactOfGroup =>
  countFact(path, label, [`${zh}；${EACH_HOLDER[0]}。`, `${en}. ${EACH_HOLDER[1]}.`], {
    unit,
    ...(source === undefined ? {} : { source }),
  });

const ABNORMAL = '《规范申请专利行为的规定》（国家知识产权局令第77号）';

export const patentQualityFacts: readonly FactOfGroup[] = [
  count(
    'patents.joint',
    ['共有有效专利', 'Valid joint patents'],
    ['统计日有效、权利人为两个以上的专利', 'Valid patents with two or more holders'],
    '专利法第14条',
  ),
  count(
    'patents.withUniversity',
    ['校企共有有效专利', 'Valid patents held with a university'],
    [
      '统计日有效、权利人中既有高等院校或科研院所又有其他主体的专利（已匹配的按主体类型，未匹配的按名称）',
      'Valid patents whose holders include both a university or institute and another party',
    ],
  ),
  count(
    'patents.clean',
    ['有效且非异常专利', 'Valid patents not flagged'],
    ['统计日有效且未被标记为非正常申请的专利', 'Valid patents not flagged as abnormal on the day'],
    ABNORMAL,
  ),
  count(
    'patents.citations',
    ['有效专利被引次数', 'Citations received'],
    [
      '统计日有效专利的被引证次数之和，按来源最近记载，不追溯历史',
      'Sum of citations of the valid patents, as last reported',
    ],
    undefined,
    ['次', 'citations'],
  ),
  numberFact(
    'patents.claimsAverage',
    ['有效专利平均权利要求数', 'Mean number of claims'],
    [
      `统计日有效且来源载有权利要求数的专利的平均项数；${EACH_HOLDER[0]}；没有的为不明。`,
      `Mean number of claims of valid patents that state it. ${EACH_HOLDER[1]}. Unknown without any.`,
    ],
    { unit: ['项', 'claims'] },
  ),
  count(
    'patents.transferred',
    ['发生过转让的专利', 'Patents once transferred'],
    ['转让登记日不晚于统计日的专利', 'Patents with a transfer on or before the day'],
    '专利法第10条',
  ),
  count(
    'patents.licensed',
    ['发生过许可的专利', 'Patents once licensed'],
    ['许可备案日不晚于统计日的专利', 'Patents with a licence recorded on or before the day'],
    '专利法第12条',
  ),
  count(
    'patents.pledged',
    ['质押中的专利', 'Patents under pledge'],
    [
      '质押登记日不晚于统计日且在统计日未解除；没有质押登记记录而来源载有质押日的，视为未解除',
      'Patents with a pledge registered and not released on the day; one only told of by a patent file counts as not released',
    ],
    '专利权质押登记办法',
  ),
];

/**
 * Columns of {@link patentQualityFacts} over `r`, the patent, `t`, its status on the day, and the joins of
 * {@link patentQualityJoins}, per party.
 */
export function patentQualityColumns(): RawBuilder<unknown> {
  const valid = sql`t.status = 'granted'`;
  const counted = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::float8`;
  return sql`${counted(sql`${valid} and g.joint`)} as "patents.joint", ${counted(sql`${valid} and g.academic`)} as "patents.withUniversity",
    ${counted(sql`${valid} and not r.abnormal and a.patent_key is null`)} as "patents.clean",
    coalesce(sum(r.cited_count) filter (where ${valid}), 0)::float8 as "patents.citations",
    round(avg(r.claim_count) filter (where ${valid}), 4)::float8 as "patents.claimsAverage",
    ${counted(sql`d.transferred`)} as "patents.transferred", ${counted(sql`d.licensed`)} as "patents.licensed",
    ${counted(sql`coalesce(p.active, d.pledged, false)`)} as "patents.pledged"`;
}

/** Holders `g`, dealings `d`, pledges `p` and flags `a` of a patent `r`; a join no column asks for costs nothing. */
export function patentQualityJoins(q: FactQuery): RawBuilder<unknown> {
  const held = heldPatents(q);
  const of = (id: RawBuilder<unknown>) => (held === undefined ? sql`` : sql`and ${id} in (${held})`);
  return sql`
    left join (${jointGroups(q, of(sql`h.patent_id`))}) g on g.patent_id = r.id
    left join (${dealings(q, of(sql`e.patent_id`))}) d on d.patent_id = r.id
    left join (${activePledges(q)}) p on p.patent_key = r.record_key
    left join (${flaggedKeys(q)}) a on a.patent_key = r.record_key`;
}

export const abnormalGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.abnormal-filings',
  registers: ['patents', 'mentions'],
  facts: [
    count(
      'patents.abnormal',
      ['非正常专利申请', 'Abnormal applications'],
      [
        '统计日被通报或经本区核查认定为非正常申请且未解除的申请件数，含专利登记簿中没有而名单申请人已匹配的；撤回不解除标记',
        'Applications notified or found by the district as abnormal and not cleared on the day, including those only the notice tells of; a withdrawal does not clear them',
      ],
      ABNORMAL,
    ),
  ],
  select: (q) => sql`
    select k.party_id as subject_id, count(*)::float8 as "patents.abnormal"
    from (
      select m.party_id, r.record_key
      from (
        select r.id, r.record_key from ip_rights.patent r
        where r.district = ${q.district} and r.country = 'CN' and r.abnormal and ${patentThere(q)}
        union
        select r.id, r.record_key from ip_rights.patent r join (${flaggedKeys(q)}) a on a.patent_key = r.record_key
        where r.district = ${q.district}) r
      join ip_rights.patent_holder h on h.district = ${q.district} and h.patent_id = r.id
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      where m.party_id is not null ${among(q, sql`m.party_id`)}
      union
      select m.party_id, a.patent_key from ip_rights.abnormal_filing a
      join parties.mention m on m.district = a.district and m.id = a.mention_id
      where a.district = ${q.district} and m.party_id is not null and ${flaggedOn(q)} ${among(q, sql`m.party_id`)}) k
    group by k.party_id`,
};
