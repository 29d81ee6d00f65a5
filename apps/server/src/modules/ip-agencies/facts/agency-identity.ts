import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  dateFact,
  flagFact,
  listFact,
  numberFact,
  openFlagFact,
  textFact,
  wholeYears,
} from '../../../platform/facts/state-fact.ts';

/** Day on which a filing is in force: a term whose ends are not told is not counted. */
const filedOn = (
  day: string,
) => sql`exists (select 1 from agencies.filing_period f where f.district = a.district and f.agency_id = a.id
  and coalesce(f.filed_from <= ${day}::date, false) and coalesce(f.filed_until >= ${day}::date, false))`;

export const agencyIdentityGroup: FactGroup = {
  subject: 'agency',
  name: 'ip-agencies.identity',
  registers: ['agencies'],
  facts: [
    textFact('name', ['机构名称', 'Name'], ['登记簿中的现名。', 'The present name in the register.']),
    listFact(
      'kinds',
      'text',
      ['机构类型', 'Kinds'],
      [
        'patent 专利代理，patent-branch 专利代理分支，trademark 商标代理，law-firm 律师事务所，information 信息，valuation 评估，training 培训，operation 运营，consulting 咨询。',
        'What the agency does.',
      ],
    ),
    openFlagFact(
      'active',
      ['在业', 'Active'],
      ['登记簿中的状态为在业；状态不明的为不明。', 'Active in the register; unknown where the status is.'],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      ['按市场主体登记，没有的按地址。', 'By the market register, else by the address.'],
    ),
    flagFact(
      'inDistrict',
      ['辖区内机构', 'In the district'],
      ['在辖区市场主体登记簿中或地址在辖区内。', 'In the market register of the district or with an address in it.'],
    ),
    openFlagFact(
      'licensed',
      ['有专利代理执业许可', 'Licensed for patents'],
      [
        '列于专利代理机构名单、许可日不晚于统计日、未被吊销或注销。',
        'On the list of patent agencies, licensed on or before the day, neither revoked nor deregistered.',
      ],
    ),
    openFlagFact(
      'filingValid',
      ['商标代理备案在有效期内', 'Trademark filing in force'],
      [
        '统计日在任一备案有效期内（含首尾日）；不做商标代理的为不明。',
        'The day lies within a term of filing, both ends included. Unknown for those that do no trademark work.',
      ],
    ),
    dateFact(
      'filingUntil',
      ['商标代理备案有效期至', 'Filing until'],
      ['最近一次备案的有效期末日。', 'Last day of the latest filing.'],
    ),
    numberFact(
      'ageYears',
      ['成立年数', 'Age'],
      ['成立日（没有的按许可日）至统计日的整年数。', 'Full years since establishment, else since the licence.'],
      { unit: ['年', 'years'] },
    ),
    numberFact(
      'contradictions',
      ['登记矛盾', 'Contradictions'],
      ['各清单之间不一致的事项数。', 'In how many points the lists contradict each other.'],
      { unit: ['项', 'points'] },
    ),
  ],
  select: (q) => sql`
    select a.id as subject_id, a.name as "name", a.kinds as "kinds", case a.status when 'unknown' then null else a.status = 'active' end as "active",
      a.town_code as "town", a.in_district as "inDistrict",
      a.kinds && array['patent', 'patent-branch'] and coalesce(a.licensed_on <= ${q.asOf}::date, true)
        and not (a.status in ('revoked', 'deregistered') and coalesce(a.status_on <= ${q.asOf}::date, true)) as "licensed",
      case when a.kinds @> array['trademark'] then ${filedOn(q.asOf)} end as "filingValid",
      a.filing_until as "filingUntil",
      ${wholeYears(sql`coalesce(a.established_on, a.licensed_on)`, sql`${q.asOf}::date`)}::float8 as "ageYears",
      jsonb_array_length(a.notes)::float8 as "contradictions"
    from agencies.agency a where a.district = ${q.district} and not a.gone and a.merged_into is null ${among(q, sql`a.id`)}`,
};
