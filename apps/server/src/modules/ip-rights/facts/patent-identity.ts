import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  dateFact,
  flagFact,
  listFact,
  numberFact,
  textFact,
  wholeYears,
} from '../../../platform/facts/state-fact.ts';
import { NO_FAMILY_ABROAD } from '../domain/high-value.ts';
import { patentKindLabels, patentStatusLabels } from '../labels.ts';
import { TERM_YEARS } from './annuity-sql.ts';
import { familyAbroad } from './high-value-sql.ts';
import { dayOf, grantDay, patentThere, statusOn } from './right-sql.ts';
import { DAYS, PATENT_VALID_SOURCE, YEARS } from './words.ts';

const AS_REPORTED = '按来源最近记载，不追溯历史。';
const AS_REPORTED_EN = 'As last reported, not traced back.';
const basis = {
  sender: { zh: '来源载明', en: 'Stated by a file' },
  ipc: { zh: '按IPC', en: 'By IPC' },
  'ipc-keyword': { zh: '按IPC（关键词待核）', en: 'By IPC, keywords not checked' },
};

export const patentIdentityGroup: FactGroup = {
  subject: 'patent',
  name: 'ip-rights.patent-identity',
  registers: ['patents'],
  facts: [
    {
      ...textFact(
        'applicationNo',
        ['申请号', 'Application number'],
        [
          '专利申请号；只有公开号的为公开号。',
          'Application number, or the publication number where only that is known.',
        ],
        { source: 'ZC 0006-2003' },
      ),
      nullable: false,
    },
    { ...textFact('title', ['发明名称', 'Title'], ['专利名称。', 'Title of the patent.']), nullable: false },
    {
      ...textFact(
        'country',
        ['受理局', 'Office'],
        ['受理局的双字母代码，中国为CN。', 'Two-letter code of the office, CN for China.'],
        { source: 'WIPO ST.3' },
      ),
      nullable: false,
    },
    {
      ...textFact(
        'kind',
        ['专利类型', 'Kind'],
        [
          '发明、实用新型或外观设计；进入国家阶段的PCT申请按其类型。',
          'Invention, utility model or design; national phase applications by their kind.',
        ],
        { values: patentKindLabels, source: '专利法第2条' },
      ),
      nullable: false,
    },
    {
      ...textFact(
        'status',
        ['法律状态', 'Status'],
        [
          '统计日的法律状态，由申请、授权和各失效事件推算。',
          'Status on the day as it follows from filing, grant and the events that end a right.',
        ],
        { values: patentStatusLabels, source: PATENT_VALID_SOURCE },
      ),
      nullable: false,
    },
    flagFact(
      'valid',
      ['有效', 'Valid'],
      [
        '统计日法律状态为有效：已授权且未终止、未届满、未被宣告全部无效。',
        'In force on the day: granted, not lapsed, expired or wholly invalidated.',
      ],
      { source: PATENT_VALID_SOURCE },
    ),
    flagFact(
      'chinese',
      ['中国专利', 'Chinese patent'],
      ['受理局为中国国家知识产权局。', 'The office is that of China.'],
    ),
    dateFact('filedOn', ['申请日', 'Filed on'], ['申请日。', 'Day of filing.'], { source: '专利法第28条' }),
    dateFact(
      'publishedOn',
      ['公开日', 'Published on'],
      ['不晚于统计日的申请公布日。', 'Day of publication of the application, on or before the day.'],
      { source: '专利法第34条' },
    ),
    dateFact(
      'grantedOn',
      ['授权公告日', 'Granted on'],
      ['不晚于统计日的授权公告日。', 'Day of grant, on or before the day.'],
      { source: '专利法第39、40条' },
    ),
    dateFact(
      'expiresOn',
      ['期限届满日', 'Expires on'],
      [
        '中国专利自申请日起按其类型的法定期限届满之日；外国专利按来源记载。',
        'End of the term of the law from filing; of foreign patents as reported.',
      ],
      { source: '专利法第42条' },
    ),
    numberFact(
      'ageYears',
      ['申请以来年数', 'Years since filing'],
      ['自申请日至统计日的整年数，不论状态。', 'Complete years from filing to the day, whatever the status.'],
      { unit: YEARS },
    ),
    numberFact(
      'yearsMaintained',
      ['维持年限', 'Years maintained'],
      [
        '有效专利自申请日至统计日的年数（365.25天为一年，保留两位）；无效的为不明。',
        'Years of 365.25 days from filing to the day of a valid patent, two decimals; unknown when not valid.',
      ],
      { unit: YEARS },
    ),
    codeFact('ipcMain', 'ipc', ['主分类号', 'Main IPC'], ['主分类号。', 'Main IPC symbol.'], {
      source: '国际专利分类表',
    }),
    listFact('ipc', 'ipc', ['IPC分类号', 'IPC'], ['全部IPC分类号。', 'All IPC symbols.'], { source: '国际专利分类表' }),
    listFact('cpc', 'text', ['CPC分类号', 'CPC'], ['来源所载全部CPC分类号，按原文。', 'All CPC symbols as written.']),
    listFact(
      'strategic',
      'strategic',
      ['战略性新兴产业', 'Strategic industries'],
      [
        '所属战略性新兴产业代码：来源载明的从其载明，否则按参照关系表由IPC判定；附有关键词限定的条件按候选计入。',
        'Codes of strategic industries as stated, else by IPC with the official table; conditions that also ask for keywords count as candidates.',
      ],
      { source: '国知办函规字〔2021〕121号' },
    ),
    flagFact(
      'strategicIndustry',
      ['属战略性新兴产业', 'Strategic industry'],
      [
        '战略性新兴产业代码至少一个，含关键词待核的候选。',
        'Has at least one code of a strategic industry, candidates included.',
      ],
      { source: '国知办函规字〔2021〕121号' },
    ),
    textFact(
      'strategicBasis',
      ['战略性新兴产业依据', 'Basis of the strategic industry'],
      ['战略性新兴产业的判定依据；没有代码的为不明。', 'How the strategic industry is known; unknown without a code.'],
      { values: basis, source: '国知办函规字〔2021〕121号' },
    ),
    listFact(
      'inventors',
      'text',
      ['发明人', 'Inventors'],
      [`发明人姓名。${AS_REPORTED}`, `Names of the inventors. ${AS_REPORTED_EN}`],
    ),
    numberFact(
      'claims',
      ['权利要求数', 'Claims'],
      [`权利要求项数。${AS_REPORTED}`, `Number of claims. ${AS_REPORTED_EN}`],
      { unit: ['项', 'claims'] },
    ),
    numberFact(
      'citations',
      ['被引次数', 'Citations'],
      [`被引证次数。${AS_REPORTED}`, `Times cited. ${AS_REPORTED_EN}`],
      { unit: ['次', 'times'] },
    ),
    numberFact(
      'familySize',
      ['同族件数', 'Family size'],
      [`简单同族件数。${AS_REPORTED}`, `Size of the simple family. ${AS_REPORTED_EN}`],
      { unit: ['件', 'members'] },
    ),
    listFact(
      'familyCountries',
      'text',
      ['海外同族国家地区', 'Family countries'],
      [
        `同族国家或地区中，中国以外的（WO不计）。${AS_REPORTED}`,
        `Family countries outside China, WO aside. ${AS_REPORTED_EN}`,
      ],
    ),
    flagFact(
      'overseasFamily',
      ['有海外同族', 'Family abroad'],
      [
        '海外同族国家地区至少一个；在海外是否授权来源没有说明，没有同族信息的计为无。',
        'Has a family country outside China; whether granted there is not known; without family data it counts as none.',
      ],
    ),
    textFact(
      'agency',
      ['代理机构', 'Agency'],
      [`代理机构名称。${AS_REPORTED}`, `Name of the agency. ${AS_REPORTED_EN}`],
      { source: '专利代理条例' },
    ),
    flagFact('hasAgency', ['委托代理', 'Has an agency'], ['来源载有代理机构。', 'An agency is reported.'], {
      source: '专利代理条例',
    }),
    numberFact(
      'daysToExpiry',
      ['距届满天数', 'Days to expiry'],
      ['自统计日至期限届满日的天数。', 'Days from the day to the end of the term.'],
      { unit: DAYS, source: '专利法第42条' },
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    const expires = sql`(case when r.country = 'CN' and r.filed_on is not null then (r.filed_on + make_interval(years => x.term))::date else r.expires_on end)`;
    return sql`
      select r.id as subject_id, r.application_no as "applicationNo", r.title as "title", r.country as "country", r.kind as "kind",
        coalesce(t.status, 'unknown') as "status", coalesce(t.status = 'granted', false) as "valid", r.country = 'CN' as "chinese",
        r.filed_on as "filedOn", case when r.published_on <= ${day} then r.published_on end as "publishedOn",
        case when ${grantDay} <= ${day} then ${grantDay} end as "grantedOn", ${expires} as "expiresOn",
        ${wholeYears(sql`r.filed_on`, day)}::float8 as "ageYears",
        case when t.status = 'granted' then round((${day} - r.filed_on) / 365.25, 2) end::float8 as "yearsMaintained",
        r.ipc_main as "ipcMain", r.ipc as "ipc", r.cpc as "cpc", r.strategic_codes as "strategic",
        cardinality(r.strategic_codes) > 0 as "strategicIndustry", r.strategic_basis as "strategicBasis", r.inventors as "inventors",
        r.claim_count::float8 as "claims", r.cited_count::float8 as "citations", r.family_size::float8 as "familySize",
        case when ${familyAbroad} then array(select c from unnest(r.family_countries) c where c <> all(${NO_FAMILY_ABROAD}::text[])) else '{}' end as "familyCountries",
        ${familyAbroad} as "overseasFamily", r.agency as "agency", r.agency is not null as "hasAgency", (${expires} - ${day})::float8 as "daysToExpiry"
      from ip_rights.patent r ${statusOn(q, 'patent')}
      cross join lateral (select (${TERM_YEARS})::int as term) x
      where r.district = ${q.district} and ${patentThere(q)} ${among(q, sql`r.id`)}`;
  },
};
