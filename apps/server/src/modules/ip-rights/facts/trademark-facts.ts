import { sql } from 'kysely';
import type { FactGroup, FactQuery } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  countFact,
  dateFact,
  flagFact,
  listFact,
  numberFact,
  textFact,
  wholeYears,
} from '../../../platform/facts/state-fact.ts';
import { trademarkKindLabels, trademarkStatusLabels } from '../labels.ts';
import { dayOf, HOLDERS, statusOn, trademarkThere, VALID_MARK } from './right-sql.ts';
import { evidenceOn, graceEnd, nonUseExposed, renewalOpens, runningTerm } from './trademark-sql.ts';
import { DAYS, PIECES, TRADEMARK_VALID_SOURCE, YEARS } from './words.ts';

const TERM = '商标法（2019）第39、40条；商标法（2026修订）第44条';

/** Only the numbers of the marks asked for. Numbers of other offices begin with their country, so a number is one mark. */
const sameNumbers = (q: FactQuery) =>
  q.only === undefined
    ? sql``
    : sql`and x.registration_no in (select y.registration_no from ip_rights.trademark y where y.district = ${q.district} and y.id in (${q.only}))`;

export const trademarkIdentityGroup: FactGroup = {
  subject: 'trademark',
  name: 'ip-rights.trademark-identity',
  registers: ['trademarks', 'madrid'],
  facts: [
    {
      ...textFact(
        'registrationNo',
        ['申请/注册号', 'Number'],
        ['商标申请号或注册号。', 'Number of application or registration.'],
      ),
      nullable: false,
    },
    {
      ...textFact(
        'name',
        ['商标名称', 'Name'],
        [
          '商标名称；纯图形的为“（图形）”。',
          'Name of the mark; a fixed word in brackets for one that is only a figure.',
        ],
      ),
      nullable: false,
    },
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
      ...numberFact(
        'niceClass',
        ['类别', 'Class'],
        ['本条记录的国际分类类别（1–45）。', 'Nice class of this record (1–45).'],
        { source: '类似商品和服务区分表' },
      ),
      nullable: false,
    },
    listFact(
      'classes',
      'number',
      ['同号全部类别', 'Classes of the number'],
      ['同一注册号在登记簿中的全部类别。', 'All classes of the same number in the register.'],
      { source: '类似商品和服务区分表' },
    ),
    {
      ...textFact(
        'kind',
        ['商标种类', 'Kind'],
        ['普通、集体、证明商标或特殊标志。', 'Ordinary, collective or certification mark, or special sign.'],
        { values: trademarkKindLabels, source: '商标法第3条' },
      ),
      nullable: false,
    },
    {
      ...textFact(
        'status',
        ['商标状态', 'Status'],
        [
          '统计日的状态，由申请、注册、期满和各失效事件推算。',
          'Status on the day as it follows from filing, registration, expiry and the events that end a right.',
        ],
        { values: trademarkStatusLabels, source: TRADEMARK_VALID_SOURCE },
      ),
      nullable: false,
    },
    flagFact(
      'valid',
      ['有效', 'Valid'],
      ['统计日处于注册或宽展期。', 'Registered or in the grace period on the day.'],
      { source: TRADEMARK_VALID_SOURCE },
    ),
    dateFact('filedOn', ['申请日', 'Filed on'], ['申请日。', 'Day of filing.']),
    dateFact(
      'registeredOn',
      ['注册公告日', 'Registered on'],
      ['不晚于统计日的注册公告日。', 'Day of registration, on or before the day.'],
    ),
    dateFact(
      'expiresOn',
      ['专用权期满日', 'Expires on'],
      [
        '统计日所在有效期的最后一日，所印期限含续展的按十年倒推；外国商标按来源记载。',
        'Last day of the term that runs on the day; printed ends include renewals and are taken back by whole terms.',
      ],
      { source: TERM },
    ),
    numberFact(
      'daysToExpiry',
      ['距期满天数', 'Days to expiry'],
      [
        '自统计日至专用权期满日的天数，已过的为负。',
        'Days from the day to the last day of the term; negative when past.',
      ],
      { unit: DAYS, source: TERM },
    ),
    flagFact(
      'renewalOpen',
      ['可办理续展', 'Can be renewed'],
      [
        '统计日为注册状态且在续展期内，或在宽展期内。',
        'Registered and within the window of renewal, or in the grace period, on the day.',
      ],
      { source: TERM },
    ),
    flagFact('inGrace', ['宽展期', 'In grace period'], ['统计日处于宽展期。', 'In the grace period on the day.'], {
      source: TERM,
    }),
    dateFact(
      'graceUntil',
      ['宽展期截止日', 'Grace until'],
      ['专用权期满日起的宽展期的最后一日。', 'Last day of the grace period after the term.'],
      { source: TERM },
    ),
    numberFact(
      'yearsRegistered',
      ['注册年数', 'Years registered'],
      [
        '自注册公告日至统计日的整年数；未注册的为不明。',
        'Complete years from registration to the day; unknown before.',
      ],
      { unit: YEARS },
    ),
    countFact(
      'goods',
      ['商品服务项数', 'Goods and services'],
      ['来源所载商品和服务项目的个数。', 'Number of goods and services reported.'],
      { unit: ['项', 'items'] },
    ),
    listFact(
      'similarGroups',
      'text',
      ['类似群', 'Similar groups'],
      ['来源所载类似群号。', 'Similar groups reported.'],
      { source: '类似商品和服务区分表' },
    ),
    textFact(
      'agency',
      ['代理机构', 'Agency'],
      ['代理机构名称，按来源最近记载。', 'Name of the agency as last reported.'],
    ),
    flagFact('hasAgency', ['委托代理', 'Has an agency'], ['来源载有代理机构。', 'An agency is reported.']),
    flagFact(
      'madridBase',
      ['马德里基础商标', 'Base of a Madrid registration'],
      [
        '其注册号为一件统计日前的马德里国际注册的国内基础注册号。',
        'Its number is the base of an international registration made by the day.',
      ],
      { source: '马德里协定议定书第2条' },
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    const grace = sql`coalesce(t.status = 'grace', false)`;
    return sql`
      select r.id as subject_id, r.registration_no as "registrationNo", r.name as "name", r.country as "country", r.nice_class::float8 as "niceClass",
        n.classes as "classes", r.kind as "kind", coalesce(t.status, 'unknown') as "status", coalesce(${VALID_MARK}, false) as "valid",
        r.filed_on as "filedOn", case when r.registered_on <= ${day} then r.registered_on end as "registeredOn", e.last_day as "expiresOn",
        (e.last_day - ${day})::float8 as "daysToExpiry",
        ${grace} or coalesce(t.status = 'registered' and ${day} >= ${renewalOpens(sql`e.last_day`)}, false) as "renewalOpen", ${grace} as "inGrace",
        ${graceEnd(sql`e.last_day`)} as "graceUntil",
        case when r.registered_on <= ${day} then ${wholeYears(sql`r.registered_on`, day)} end::float8 as "yearsRegistered",
        cardinality(r.goods)::float8 as "goods", r.similar_groups as "similarGroups", r.agency as "agency", r.agency is not null as "hasAgency",
        i.base is not null as "madridBase"
      from ip_rights.trademark r ${statusOn(q, 'trademark')}
      join (
        select x.registration_no, array_agg(x.nice_class::float8 order by x.nice_class) as classes from ip_rights.trademark x
        where x.district = ${q.district} ${sameNumbers(q)} group by 1) n on n.registration_no = r.registration_no
      left join (
        select distinct i.base_registration_no as base from ip_rights.madrid i
        where i.district = ${q.district} and coalesce(i.registered_on <= ${day}, true)) i on i.base = r.registration_no and r.country = 'CN'
      ${runningTerm(q)}
      where r.district = ${q.district} and ${trademarkThere(q)} ${among(q, sql`r.id`)}`;
  },
};

export const trademarkHolderGroup: FactGroup = {
  subject: 'trademark',
  name: 'ip-rights.trademark-holders',
  registers: ['trademarks', 'mentions', 'parties'],
  facts: [
    countFact(
      'holders',
      ['注册人数', 'Holders'],
      ['注册人个数，不同写法匹配到同一主体的计一个。', 'Number of holders; names linked to the same party count once.'],
      { unit: ['个', 'holders'] },
    ),
    flagFact(
      'linked',
      ['已匹配主体', 'Linked'],
      [
        '至少一个注册人已匹配到登记主体；为现状。',
        'At least one holder is linked to a party of the register, as of now.',
      ],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      [
        '第一个已匹配注册人的所属镇，均未匹配的按申请人地址；为现状。',
        'Town of the first linked holder, else of the address; as of today.',
      ],
    ),
  ],
  select: (q) => sql`
    select r.id as subject_id, coalesce(g.holders, 0)::float8 as "holders", coalesce(g.linked, false) as "linked",
      case when g.linked then g.town else r.town_code end as "town"
    from ip_rights.trademark r
    left join (
      select h.trademark_id, ${HOLDERS} as holders, bool_or(m.party_id is not null) as linked,
        (array_agg(p.town_code order by h.position) filter (where p.id is not null))[1] as town
      from ip_rights.trademark_holder h
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      left join parties.party p on p.district = m.district and p.id = m.party_id
      where h.district = ${q.district} ${among(q, sql`h.trademark_id`)} group by 1) g on g.trademark_id = r.id
    where r.district = ${q.district} ${among(q, sql`r.id`)}`,
};

const NON_USE = '商标法（2019）第49条；商标法（2026修订）第57条';

export const trademarkUseGroup: FactGroup = {
  subject: 'trademark',
  name: 'ip-rights.trademark-use',
  registers: ['trademarks'],
  facts: [
    dateFact(
      'lastUsedOn',
      ['最近使用日', 'Last used on'],
      [
        '不晚于统计日的最近一件使用证据的日期；没有证据的为不明。',
        'Day of the latest evidence of use by the day; unknown without any.',
      ],
      { source: NON_USE },
    ),
    countFact(
      'useEvidence',
      ['使用证据件数', 'Evidence of use'],
      [
        '日期不晚于统计日的使用证据件数，按注册号和类别。',
        'Pieces of evidence of use by the day, per number and class.',
      ],
      { unit: PIECES, source: NON_USE },
    ),
    flagFact(
      'nonUseExposed',
      ['可被撤三', 'Exposed for non-use'],
      [
        '统计日有效的中国商标，自注册公告日或最近使用证据起已满三年，可被以连续三年不使用为由申请撤销；没有收集到证据不等于没有使用。',
        'A valid Chinese mark three years after its registration or the last evidence of use, so that revocation can be asked; evidence not collected does not mean that there was no use.',
      ],
      { source: NON_USE },
    ),
  ],
  select: (q) => sql`
    select r.id as subject_id, u.last_used_on as "lastUsedOn", coalesce(u.pieces, 0)::float8 as "useEvidence", ${nonUseExposed(q)} as "nonUseExposed"
    from ip_rights.trademark r ${statusOn(q, 'trademark')}
    left join (${evidenceOn(q)}) u on u.registration_no = r.registration_no and u.nice_class = r.nice_class and r.country = 'CN'
    where r.district = ${q.district} ${among(q, sql`r.id`)}`,
};
