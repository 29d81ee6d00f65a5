import { type RawBuilder, sql } from 'kysely';
import type { FactGroup, FactOfGroup } from '../../../platform/facts/index.ts';
import { countFact, dateFact, listFact, type Words } from '../../../platform/facts/state-fact.ts';
import { dayOf, holdings, statusOn, trademarkThere, VALID_MARK, yearStart } from './right-sql.ts';
import { evidenceOn, nonUseExposed, runningTerm } from './trademark-sql.ts';
import { EACH_MARK_HOLDER, PIECES, TRADEMARK_VALID_SOURCE } from './words.ts';

const count = (
  path: string,
  label: Words,
  [zh, en]: Words,
  source = TRADEMARK_VALID_SOURCE,
  unit: Words = PIECES,
): FactOfGroup =>
  countFact(path, label, [`${zh}；${EACH_MARK_HOLDER[0]}。`, `${en}. ${EACH_MARK_HOLDER[1]}.`], { unit, source });

const NICE = '类似商品和服务区分表';
const NON_USE = '商标法（2019）第49条；商标法（2026修订）第57条';

export const trademarkCountGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.trademark-counts',
  registers: ['trademarks', 'mentions'],
  facts: [
    count(
      'trademarks.total',
      ['商标总数', 'Marks and applications'],
      ['申请日不晚于统计日的商标，含已失效的', 'Marks filed on or before the day, ended ones included'],
    ),
    count(
      'trademarks.valid',
      ['有效注册商标', 'Valid marks'],
      ['统计日处于注册或宽展期的商标', 'Marks registered or in the grace period on the day'],
    ),
    count(
      'trademarks.pending',
      ['申请中商标', 'Pending marks'],
      ['统计日处于申请中或初审公告的商标', 'Marks applied for or published for opposition on the day'],
    ),
    count(
      'trademarks.lapsed',
      ['已失效商标', 'Ended marks'],
      [
        '曾经注册而在统计日已注销、撤销、未续展或被宣告无效的商标',
        'Marks once registered and on the day removed, revoked, not renewed or invalidated',
      ],
    ),
    listFact(
      'trademarks.classes',
      'number',
      ['有效商标类别', 'Classes of valid marks'],
      [`统计日有效商标的全部类别；${EACH_MARK_HOLDER[0]}。`, `All classes of the valid marks. ${EACH_MARK_HOLDER[1]}.`],
      { source: NICE },
    ),
    count(
      'trademarks.classCount',
      ['有效商标类别数', 'Number of classes'],
      ['统计日有效商标的不同类别个数', 'Number of distinct classes of the valid marks'],
      NICE,
      ['类', 'classes'],
    ),
    count(
      'trademarks.names',
      ['有效商标名称数', 'Number of names'],
      ['统计日有效商标的不同名称个数', 'Number of distinct names of the valid marks'],
      TRADEMARK_VALID_SOURCE,
      ['个', 'names'],
    ),
    count(
      'trademarks.expiringIn12Months',
      ['12个月内期满商标', 'Expiring in 12 months'],
      [
        '统计日为注册状态、专用权期满日在统计日起12个月内（含当日）的商标',
        'Registered marks whose term ends within 12 months of the day',
      ],
    ),
    count(
      'trademarks.inGrace',
      ['宽展期商标', 'In grace period'],
      ['统计日处于宽展期、尚可续展的商标', 'Marks in the grace period on the day, which can still be renewed'],
    ),
    count(
      'trademarks.filedThisYear',
      ['本年申请商标', 'Marks filed this year'],
      ['申请日在统计日所在年度、不晚于统计日的商标', 'Marks filed in the year of the day, up to the day'],
    ),
    count(
      'trademarks.registeredThisYear',
      ['本年注册商标', 'Marks registered this year'],
      ['注册公告日在统计日所在年度、不晚于统计日的商标', 'Marks registered in the year of the day, up to the day'],
    ),
    dateFact(
      'trademarks.firstRegisteredOn',
      ['首件商标注册日', 'First registration'],
      [
        `最早的注册公告日，不晚于统计日；${EACH_MARK_HOLDER[0]}。`,
        `Earliest registration by the day. ${EACH_MARK_HOLDER[1]}.`,
      ],
    ),
    count(
      'trademarks.collective',
      ['有效集体商标', 'Valid collective marks'],
      ['统计日有效的集体商标', 'Collective marks valid on the day'],
      '商标法第3条',
    ),
    count(
      'trademarks.certification',
      ['有效证明商标', 'Valid certification marks'],
      ['统计日有效的证明商标', 'Certification marks valid on the day'],
      '商标法第3条',
    ),
    count(
      'trademarks.nonUseExposed',
      ['可被撤三商标', 'Exposed for non-use'],
      [
        '统计日有效、自注册公告日或最近使用证据起已满三年的商标；没有收集到证据不等于没有使用',
        'Valid marks three years after registration or the last evidence of use; evidence not collected does not mean that there was no use',
      ],
      NON_USE,
    ),
    count(
      'trademarks.withUseEvidence',
      ['有使用证据的商标', 'With evidence of use'],
      [
        '统计日有效、有一件以上日期不晚于统计日的使用证据的商标',
        'Valid marks with at least one piece of evidence of use by the day',
      ],
      NON_USE,
    ),
  ],
  select: (q) => {
    const day = dayOf(q);
    const counted = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::float8`;
    const registered = sql`r.registered_on <= ${day}`;
    return sql`
      select c.party_id as subject_id, count(*)::float8 as "trademarks.total", ${counted(VALID_MARK)} as "trademarks.valid",
        ${counted(sql`t.status in ('applied', 'preliminary')`)} as "trademarks.pending",
        ${counted(sql`coalesce(r.registered_on, r.term_from) <= ${day} and t.status in ('lapsed', 'revoked', 'invalidated', 'unknown')`)} as "trademarks.lapsed",
        coalesce(array_agg(distinct r.nice_class::float8) filter (where ${VALID_MARK}), '{}') as "trademarks.classes",
        count(distinct r.nice_class) filter (where ${VALID_MARK})::float8 as "trademarks.classCount",
        count(distinct r.name) filter (where ${VALID_MARK})::float8 as "trademarks.names",
        ${counted(sql`t.status = 'registered' and e.last_day >= ${day} and e.last_day <= (${day} + interval '12 months')::date`)} as "trademarks.expiringIn12Months",
        ${counted(sql`t.status = 'grace'`)} as "trademarks.inGrace",
        ${counted(sql`r.filed_on <= ${day} and r.filed_on >= ${yearStart(q)}`)} as "trademarks.filedThisYear",
        ${counted(sql`${registered} and r.registered_on >= ${yearStart(q)}`)} as "trademarks.registeredThisYear",
        min(r.registered_on) filter (where ${registered}) as "trademarks.firstRegisteredOn",
        ${counted(sql`${VALID_MARK} and r.kind = 'collective'`)} as "trademarks.collective",
        ${counted(sql`${VALID_MARK} and r.kind = 'certification'`)} as "trademarks.certification",
        ${counted(nonUseExposed(q))} as "trademarks.nonUseExposed", ${counted(sql`${VALID_MARK} and u.pieces > 0`)} as "trademarks.withUseEvidence"
      from (${holdings(q, 'trademark')}) c
      join ip_rights.trademark r on r.district = ${q.district} and r.id = c.right_id and r.country = 'CN' and ${trademarkThere(q)}
      ${statusOn(q, 'trademark')}
      left join (${evidenceOn(q)}) u on u.registration_no = r.registration_no and u.nice_class = r.nice_class
      ${runningTerm(q)}
      group by c.party_id`;
  },
};
