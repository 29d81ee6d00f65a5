import { type RawBuilder, sql } from 'kysely';
import type { FactGroup, FactQuery } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact, textFact } from '../../../platform/facts/state-fact.ts';
import { giChannelLabels } from '../labels.ts';
import { dayOf } from './right-sql.ts';
import { PIECES } from './words.ts';

const SOURCE = '《地理标志产品保护办法》（国家知识产权局令第80号）；国家知识产权局公告第354号';

/**
 * Who may use which indication on the day: columns gi_id, user_key, party_id.
 * @param restriction `and …` over `m`, the mention of the user (perhaps none)
 */
export function authorisedUsers(q: FactQuery, restriction: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = dayOf(q);
  return sql`
    select g.id as gi_id, coalesce(u->>'mentionId', u->>'name') as user_key, m.party_id
    from ip_rights.gi g cross join lateral jsonb_array_elements(g.authorised_users) u
    left join parties.mention m on m.district = g.district and m.id = (u->>'mentionId')::uuid
    where g.district = ${q.district} and coalesce(g.approved_on <= ${day}, true)
      and coalesce((u->>'from')::date <= ${day}, true) and coalesce((u->>'to')::date >= ${day}, true) ${restriction}`;
}

export const giGroup: FactGroup = {
  subject: 'gi',
  name: 'ip-rights.gi',
  registers: ['gis', 'mentions'],
  facts: [
    { ...textFact('name', ['地理标志名称', 'Name'], ['地理标志名称。', 'Name of the indication.']), nullable: false },
    {
      ...textFact(
        'channel',
        ['保护渠道', 'Channel'],
        [
          '地理标志产品、集体商标、证明商标或农产品地理标志。',
          'Product, collective mark, certification mark or agricultural product.',
        ],
        { values: giChannelLabels, source: SOURCE },
      ),
      nullable: false,
    },
    dateFact(
      'approvedOn',
      ['批准日', 'Approved on'],
      ['认定、注册或批准的日期。', 'Day of recognition, registration or approval.'],
      { source: SOURCE },
    ),
    textFact(
      'noticeNo',
      ['注册号或公告号', 'Number'],
      ['注册号、登记证书编号或公告号。', 'Number of registration or notice.'],
      { source: SOURCE },
    ),
    textFact(
      'holder',
      ['注册人或申请人', 'Holder'],
      ['来源所载注册人或申请人。', 'Registrant or applicant as reported.'],
    ),
    countFact(
      'users',
      ['核准使用企业数', 'Authorised users'],
      ['统计日核准使用专用标志的企业个数，含未匹配的。', 'Users authorised on the day, unlinked ones included.'],
      { unit: ['家', 'users'], source: SOURCE },
    ),
    textFact('area', ['产地范围', 'Area'], ['来源所载产地范围。', 'Area of production as reported.']),
    flagFact(
      'example',
      ['示例', 'Example'],
      ['演示用的虚构地理标志。', 'An invented indication of the demonstration.'],
    ),
  ],
  select: (q) => sql`
    select g.id as subject_id, g.name as "name", g.channel as "channel", g.approved_on as "approvedOn", g.notice_no as "noticeNo",
      g.holder_name as "holder", coalesce(u.users, 0)::float8 as "users",
      g.area as "area", g.example as "example"
    from ip_rights.gi g
    left join (select a.gi_id, count(distinct coalesce(a.party_id::text, a.user_key)) as users from (${authorisedUsers(q, sql``)}) a group by 1) u on u.gi_id = g.id
    where g.district = ${q.district} ${among(q, sql`g.id`)}`,
};

export const enterpriseGiGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.gi-uses',
  registers: ['gis', 'mentions'],
  facts: [
    countFact(
      'gi.authorised',
      ['核准使用的地理标志', 'Authorised indications'],
      [
        '统计日获准使用专用标志的地理标志件数，按已匹配的使用企业归属。',
        'Indications the enterprise is authorised to use on the day, by its linked name.',
      ],
      { unit: PIECES, source: SOURCE },
    ),
  ],
  select: (q) => sql`
    select a.party_id as subject_id, count(distinct a.gi_id)::float8 as "gi.authorised"
    from (${authorisedUsers(q, sql`and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) a group by 1`,
};
