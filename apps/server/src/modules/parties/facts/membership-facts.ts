import { sql } from 'kysely';
import type { FactCollection, FactGroup } from '../../../platform/facts/index.ts';
import { among, codeFact, dateFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { membershipKindLabels } from '../domain/labels.ts';
import { membershipsOn } from './membership-sql.ts';
import { editionLabels } from './party-standard.ts';

/** On the day there is what had begun by then; undated entries are there always. */
const begun = (asOf: string) => sql`and coalesce(s.valid_from <= ${asOf}::date, true)`;

export const membershipFacts: FactGroup = {
  subject: 'membership',
  name: 'parties.membership',
  registers: ['memberships', 'mentions', 'parties'],
  facts: [
    {
      ...textFact('kind', ['名录种类', 'Kind of list'], ['名录或证书的种类。', 'Kind of list or certificate.'], {
        values: membershipKindLabels,
      }),
      nullable: false,
    },
    textFact('level', ['级别', 'Level'], ['名单所载级别，按原文。', 'Level as written in the list.']),
    textFact(
      'standard',
      ['认证标准', 'Standard'],
      ['证书所载认证标准，按原文。', 'Standard as written on the certificate.'],
      {
        source: 'GB/T 29490',
      },
    ),
    textFact(
      'edition',
      ['标准版本', 'Edition'],
      ['认证标准为GB/T 29490时的版本年份。', 'Edition of GB/T 29490, where that is the standard.'],
      { source: 'GB/T 29490', values: editionLabels },
    ),
    textFact(
      'certificateNo',
      ['证书编号', 'Certificate number'],
      ['证书编号或发文文号。', 'Number of certificate or document.'],
    ),
    textFact(
      'recognition',
      ['认定标识', 'Recognition'],
      [
        '主体的统一社会信用代码、名录种类和级别；同一主体同一级别只有一个，用于不重复奖励。',
        'Credit code of the party with kind and level: one for each party and level, so that a level is rewarded once.',
      ],
    ),
    textFact('certifier', ['认证机构', 'Certifier'], ['颁发证书的认证机构。', 'Body that issued the certificate.']),
    flagFact(
      'valid',
      ['有效', 'Valid'],
      [
        '统计日有效：已起始、未届满、状态未撤销，GB/T 29490证书还须为认可的版本。',
        'Valid on the day: begun, not ended, not revoked and, for GB/T 29490, of an edition that counts.',
      ],
      { source: '国家认监委、国家知识产权局公告2023年第27号' },
    ),
    dateFact(
      'validFrom',
      ['起始日', 'Valid from'],
      ['发证日期、认定日期或名单年度首日。', 'Day of issue or recognition, or first day of the year of the list.'],
    ),
    dateFact(
      'validTo',
      ['截止日', 'Valid to'],
      [
        '所印截止日；未印的按规定的有效期自起始日推算。',
        'Printed last day, else by the term of the rules from the first day.',
      ],
    ),
    numberFact(
      'daysLeft',
      ['剩余天数', 'Days left'],
      ['自统计日至截止日的天数，已过的为负。', 'Days from the day to the last day; negative when past.'],
      {
        unit: ['天', 'days'],
      },
    ),
    numberFact('year', ['名单年度', 'Year'], ['名单所属年度。', 'Year of the list.'], { unit: ['年', 'year'] }),
    numberFact(
      'revenueFen',
      ['主营业务收入', 'Revenue'],
      ['规上名单所载主营业务收入。', 'Revenue stated in the above-scale list.'],
      {
        unit: ['分', 'fen'],
      },
    ),
    flagFact(
      'superseded',
      ['旧版证书仍显示有效', 'Superseded edition still shown valid'],
      [
        '除标准版本已不被认可外，按期限和状态在统计日仍有效。',
        'Runs on the day but for its edition, which no longer counts.',
      ],
      { source: '国家认监委、国家知识产权局公告2023年第27号' },
    ),
    flagFact(
      'linked',
      ['已匹配主体', 'Linked'],
      ['名单上的名称已匹配到登记主体；为现状。', 'Its name is linked to a party of the register, as of now.'],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      ['匹配主体的所属镇；为现状，不追溯历史。', 'Town of the linked party as of today.'],
    ),
  ],
  select: (q) => sql`
    select s.id as subject_id, s.kind as "kind", s.level as "level", s.standard as "standard", s.edition as "edition", s.certificate_no as "certificateNo",
      coalesce(p.uscc, p.id::text) || '·' || s.kind || coalesce('·' || s.level, '') as "recognition",
      s.certifier as "certifier", s.valid as "valid", s.valid_from as "validFrom", s.last_day as "validTo",
      (s.last_day - ${q.asOf}::date)::float8 as "daysLeft", s.year::float8 as "year", s.revenue_fen::float8 as "revenueFen",
      s.running and not s.valid as "superseded", s.party_id is not null as "linked", p.town_code as "town"
    from (${membershipsOn(q, sql`${begun(q.asOf)} ${among(q, sql`s.id`)}`)}) s
    left join parties.party p on p.district = ${q.district} and p.id = s.party_id`,
};

export const membershipCollection: FactCollection = {
  subject: 'enterprise',
  path: 'memberships',
  items: 'membership',
  label: { zh: '名录资格', en: 'Memberships' },
  registers: ['memberships', 'mentions'],
  select: (q) => sql`
    select distinct m.party_id as owner_id, s.id as item_id from parties.membership s
    join parties.mention m on m.district = s.district and m.id = s.mention_id
    where s.district = ${q.district} and m.party_id is not null ${begun(q.asOf)} ${among(q, sql`m.party_id`)}`,
};
