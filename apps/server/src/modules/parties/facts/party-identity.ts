import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  countFact,
  dateFact,
  flagFact,
  numberFact,
  openFlagFact,
  textFact,
  wholeYears,
} from '../../../platform/facts/state-fact.ts';
import { partyKindLabels, partyStatusLabels } from '../domain/labels.ts';

const TODAYS: readonly [string, string] = ['按登记簿现状', 'as the register stands now'];

export const identityGroup: FactGroup = {
  subject: 'enterprise',
  name: 'parties.identity',
  registers: ['parties'],
  facts: [
    {
      ...textFact('name', ['名称', 'Name'], [`主体的登记名称，${TODAYS[0]}。`, `Registered name, ${TODAYS[1]}.`]),
      nullable: false,
    },
    textFact(
      'uscc',
      ['统一社会信用代码', 'Unified social credit code'],
      [
        '登记的十八位统一社会信用代码；没有的为不明。',
        'The 18-character code of the register; unknown where there is none.',
      ],
      { source: 'GB 32100-2015' },
    ),
    {
      ...textFact(
        'kind',
        ['主体类型', 'Kind of party'],
        [
          '按统一社会信用代码前两位、登记类型和名称判定的主体类型。',
          'Kind told from the first two characters of the code, the registered type and the name.',
        ],
        { values: partyKindLabels, source: 'GB 32100-2015' },
      ),
      nullable: false,
    },
    {
      ...textFact(
        'status',
        ['登记状态', 'Registration status'],
        [
          '统计日的登记状态：注吊销日期晚于统计日的视为存续，没有注吊销日期的按登记簿现状。',
          'Status on the day: active until the day of deregistration; without such a day as the register stands now.',
        ],
        { values: partyStatusLabels },
      ),
      nullable: false,
    },
    flagFact(
      'active',
      ['存续', 'Active'],
      ['统计日登记状态为存续（在业、开业等）。', 'The registration status on the day is active.'],
    ),
    flagFact(
      'registered',
      ['有统一社会信用代码', 'Has a credit code'],
      ['登记簿载有统一社会信用代码。', 'The register states a unified social credit code.'],
      { source: 'GB 32100-2015' },
    ),
    dateFact('establishedOn', ['成立日期', 'Established on'], ['登记的成立日期。', 'Registered day of establishment.']),
    numberFact(
      'ageYears',
      ['成立年数', 'Years since establishment'],
      ['自成立日期至统计日的整年数。', 'Complete years from establishment to the day.'],
      { unit: ['年', 'years'] },
    ),
    dateFact(
      'dissolvedOn',
      ['注吊销日期', 'Dissolved on'],
      ['不晚于统计日的注销或吊销日期。', 'Day of deregistration or revocation, on or before the day.'],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      [
        '所属镇或街道的代码，取自登记名册或住所地址；为现状，不追溯历史。',
        'Code of the town by register or address; as of today, not traced back.',
      ],
      { source: '统计用区划代码' },
    ),
    codeFact(
      'zone',
      'place',
      ['所属功能区', 'Zone'],
      [
        '所属功能区（管委会）的代码，取自登记名册或由所属镇推得；为现状，不追溯历史。',
        'Code of the zone by register or town; as of today, not traced back.',
      ],
    ),
    codeFact(
      'industry',
      'industry',
      ['行业', 'Industry'],
      [
        '登记的国民经济行业代码（带门类字母）；为现状，不追溯历史。',
        'Registered industry code with its section letter; as of today, not traced back.',
      ],
      { source: 'GB/T 4754-2017' },
    ),
    textFact(
      'industrySection',
      ['行业门类', 'Industry section'],
      [
        '行业代码的门类字母（A–T）；没有行业代码的为不明。',
        'Section letter of the industry code; unknown without a code.',
      ],
      { source: 'GB/T 4754-2017' },
    ),
    openFlagFact(
      'manufacturing',
      ['制造业', 'Manufacturing'],
      ['行业门类为C制造业；没有行业代码的为不明。', 'The industry section is C; unknown without a code.'],
      { source: 'GB/T 4754-2017' },
    ),
    numberFact(
      'capitalFen',
      ['注册资本', 'Registered capital'],
      [
        '以人民币登记的注册资本，按登记簿现状；其他币种的为不明。',
        'Registered capital in yuan as the register stands now; unknown in other currencies.',
      ],
      { unit: ['分', 'fen'] },
    ),
    countFact(
      'formerNames',
      ['曾用名个数', 'Former names'],
      ['登记名册载明的曾用名个数。', 'Number of former names the register states.'],
      { unit: ['个', 'names'] },
    ),
    textFact(
      'scope',
      ['经营范围', 'Business scope'],
      ['登记的经营范围，按登记簿现状。', 'Registered scope of business as it stands now.'],
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    return sql`
      select p.id as subject_id, p.name as "name", p.uscc as "uscc", p.kind as "kind", x.status as "status", x.status = 'active' as "active",
        p.uscc is not null as "registered", p.established_on as "establishedOn",
        ${wholeYears(sql`p.established_on`, day)}::float8 as "ageYears", case when p.dissolved_on <= ${day} then p.dissolved_on end as "dissolvedOn",
        p.town_code as "town", p.zone_code as "zone", p.industry_code as "industry", left(p.industry_code, 1) as "industrySection",
        left(p.industry_code, 1) = 'C' as "manufacturing",
        case when coalesce(p.capital_currency, 'CNY') = 'CNY' then p.capital_fen end::float8 as "capitalFen",
        coalesce(n.former, 0)::float8 as "formerNames", p.scope as "scope"
      from parties.party p
      cross join lateral (
        select case when p.status in ('deregistered', 'revoked') and p.dissolved_on > ${day} then 'active' else p.status end as status) x
      left join (
        select n.party_id, count(*) as former from parties.party_name n
        where n.district = ${q.district} and n.kind = 'former' ${among(q, sql`n.party_id`)} group by 1) n on n.party_id = p.id
      where p.district = ${q.district} and (p.established_on is null or p.established_on <= ${day}) ${among(q, sql`p.id`)}`;
  },
};
