import { type RawBuilder, sql } from 'kysely';
import type { FactOfGroup, FactQuery } from '../../../platform/facts/index.ts';
import { countFact, dateFact, numberFact, type Words } from '../../../platform/facts/state-fact.ts';
import { dayOf, grantDay, yearStart } from './right-sql.ts';
import { EACH_HOLDER, PATENT_VALID_SOURCE, PIECES, YEARS } from './words.ts';

const notes = { unit: PIECES, source: PATENT_VALID_SOURCE };

const count = (path: string, label: Words, [zh, en]: Words): FactOfGroup =>
  countFact(path, label, [`${zh}；${EACH_HOLDER[0]}。`, `${en}. ${EACH_HOLDER[1]}.`], notes);

const KINDS = [
  ['invention', '发明专利', 'inventions'],
  ['utility', '实用新型', 'utility models'],
  ['design', '外观设计', 'designs'],
] as const;

const VALID: Words = [
  '已授权且在统计日未终止、未届满、未被宣告全部无效',
  'Granted and on the day not lapsed, expired or wholly invalidated',
];
const FILED: Words = [
  '申请日不晚于统计日的专利申请，含已失效的',
  'Applications filed on or before the day, ended ones included',
];

const byKind = KINDS.flatMap(([kind, zh, en]) => [
  count(`patents.${kind}.valid`, [`有效${zh}`, `Valid ${en}`], [`${zh}：${VALID[0]}`, `${VALID[1]} (${en})`]),
  count(`patents.${kind}.total`, [`${zh}申请总数`, `All ${en}`], [`${zh}：${FILED[0]}`, `${FILED[1]} (${en})`]),
]);

export const patentCountFacts: readonly FactOfGroup[] = [
  count('patents.total', ['专利总数', 'Patents and applications'], FILED),
  count('patents.valid', ['有效专利', 'Valid patents'], VALID),
  count(
    'patents.pending',
    ['审查中专利', 'Pending applications'],
    ['在统计日处于审查中或已公布而未授权', 'Filed or published on the day and not yet decided'],
  ),
  count(
    'patents.lapsed',
    ['已失效专利', 'Ended patents'],
    ['曾经授权而在统计日已终止、届满或被宣告无效', 'Once granted and on the day lapsed, expired or invalidated'],
  ),
  count(
    'patents.granted',
    ['累计授权专利', 'Patents ever granted'],
    ['授权公告日不晚于统计日，不论是否仍有效', 'Granted on or before the day, valid or not'],
  ),
  ...byKind,
  count(
    'patents.invention.pending',
    ['审查中发明', 'Pending inventions'],
    ['发明申请在统计日处于审查中或已公布而未授权', 'Inventions filed or published on the day and not yet decided'],
  ),
  count(
    'patents.invention.granted',
    ['累计授权发明', 'Inventions ever granted'],
    ['发明专利授权公告日不晚于统计日，不论是否仍有效', 'Inventions granted on or before the day, valid or not'],
  ),
  count(
    'patents.invention.grantedThisYear',
    ['本年授权发明', 'Inventions granted this year'],
    ['发明专利授权公告日在统计日所在年度、不晚于统计日', 'Inventions granted in the year of the day, up to the day'],
  ),
  count(
    'patents.invention.filedThisYear',
    ['本年申请发明', 'Inventions filed this year'],
    ['发明专利申请日在统计日所在年度、不晚于统计日', 'Inventions filed in the year of the day, up to the day'],
  ),
  numberFact(
    'patents.invention.meanYears',
    ['有效发明平均维持年限', 'Mean age of valid inventions'],
    [
      `有效发明专利自申请日至统计日的平均年数（365.25天为一年）；${EACH_HOLDER[0]}；没有有效发明的为不明。`,
      `Mean of the years of 365.25 days from filing to the day of valid inventions. ${EACH_HOLDER[1]}. Unknown without any.`,
    ],
    { unit: YEARS },
  ),
  numberFact(
    'patents.meanYears',
    ['有效专利平均维持年限', 'Mean age of valid patents'],
    [
      `有效专利自申请日至统计日的平均年数（365.25天为一年）；${EACH_HOLDER[0]}；没有有效专利的为不明。`,
      `Mean of the years of 365.25 days from filing to the day of valid patents. ${EACH_HOLDER[1]}. Unknown without any.`,
    ],
    { unit: YEARS },
  ),
  count(
    'patents.filedThisYear',
    ['本年申请专利', 'Patents filed this year'],
    ['申请日在统计日所在年度、不晚于统计日', 'Filed in the year of the day, up to the day'],
  ),
  count(
    'patents.filedLast12Months',
    ['近12个月申请专利', 'Patents filed in 12 months'],
    ['申请日在统计日前12个月内（不含12个月前当日，含统计日）', 'Filed in the 12 months up to the day'],
  ),
  count(
    'patents.grantedThisYear',
    ['本年授权专利', 'Patents granted this year'],
    ['授权公告日在统计日所在年度、不晚于统计日', 'Granted in the year of the day, up to the day'],
  ),
  dateFact(
    'patents.firstFiledOn',
    ['首件专利申请日', 'First filing'],
    [`最早的专利申请日；${EACH_HOLDER[0]}。`, `Earliest filing. ${EACH_HOLDER[1]}.`],
  ),
  dateFact(
    'patents.lastFiledOn',
    ['最近专利申请日', 'Latest filing'],
    [`不晚于统计日的最近专利申请日；${EACH_HOLDER[0]}。`, `Latest filing on or before the day. ${EACH_HOLDER[1]}.`],
  ),
  dateFact(
    'patents.firstGrantedOn',
    ['首件专利授权日', 'First grant'],
    [`最早的授权公告日，不晚于统计日；${EACH_HOLDER[0]}。`, `Earliest grant on or before the day. ${EACH_HOLDER[1]}.`],
  ),
];

/** Columns of {@link patentCountFacts} over `r`, the patent, and `t`, its status on the day, per party. */
export function patentCountColumns(q: FactQuery): RawBuilder<unknown> {
  const day = dayOf(q);
  const counted = (condition: ReturnType<typeof dayOf>) => sql`count(*) filter (where ${condition})::float8`;
  const valid = sql`t.status = 'granted'`;
  const pending = sql`t.status in ('pending', 'published')`;
  const granted = sql`${grantDay} <= ${day}`;
  const grantedThisYear = sql`${granted} and ${grantDay} >= ${yearStart(q)}`;
  const filedThisYear = sql`r.filed_on <= ${day} and r.filed_on >= ${yearStart(q)}`;
  const of = (kind: string) => sql`r.kind = ${kind}`;
  const years = (filter: ReturnType<typeof dayOf>) =>
    sql`round(avg((${day} - r.filed_on) / 365.25) filter (where ${filter}), 4)::float8`;
  return sql`count(*)::float8 as "patents.total", ${counted(valid)} as "patents.valid", ${counted(pending)} as "patents.pending",
        ${counted(sql`${granted} and t.status in ('lapsed', 'expired', 'invalidated', 'unknown')`)} as "patents.lapsed",
        ${counted(granted)} as "patents.granted",
        ${counted(sql`${of('invention')} and ${valid}`)} as "patents.invention.valid", ${counted(of('invention'))} as "patents.invention.total",
        ${counted(sql`${of('utility')} and ${valid}`)} as "patents.utility.valid", ${counted(of('utility'))} as "patents.utility.total",
        ${counted(sql`${of('design')} and ${valid}`)} as "patents.design.valid", ${counted(of('design'))} as "patents.design.total",
        ${counted(sql`${of('invention')} and ${pending}`)} as "patents.invention.pending",
        ${counted(sql`${of('invention')} and ${granted}`)} as "patents.invention.granted",
        ${counted(sql`${of('invention')} and ${grantedThisYear}`)} as "patents.invention.grantedThisYear",
        ${counted(sql`${of('invention')} and ${filedThisYear}`)} as "patents.invention.filedThisYear",
        ${years(sql`${of('invention')} and ${valid}`)} as "patents.invention.meanYears", ${years(valid)} as "patents.meanYears",
        ${counted(filedThisYear)} as "patents.filedThisYear",
        ${counted(sql`r.filed_on <= ${day} and r.filed_on > (${day} - interval '12 months')::date`)} as "patents.filedLast12Months",
        ${counted(grantedThisYear)} as "patents.grantedThisYear", min(r.filed_on) as "patents.firstFiledOn", max(r.filed_on) as "patents.lastFiledOn",
        min(${grantDay}) filter (where ${granted}) as "patents.firstGrantedOn"`;
}
