import { type RawBuilder, sql } from 'kysely';
import type { FactOfGroup, FactQuery } from '../../../platform/facts/index.ts';
import { countFact, type Words } from '../../../platform/facts/state-fact.ts';
import { highValueCategories } from './high-value-sql.ts';
import { EACH_HOLDER, PIECES } from './words.ts';

const SOURCE = '《“十四五”国家知识产权保护和运用规划》高价值发明专利拥有量口径';

const count = (path: string, label: Words, [zh, en]: Words) =>
  countFact(path, label, [`${zh}；${EACH_HOLDER[0]}。`, `${en}. ${EACH_HOLDER[1]}.`], { unit: PIECES, source: SOURCE });

export const STRATEGIC: Words = [
  '有效发明专利属于战略性新兴产业：来源载明分类的从其载明，否则按《战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）》由IPC判定；对应条件附有关键词限定的按候选计入',
  'Valid inventions of a strategic emerging industry: as their files say, else by IPC with the official table of 2021; conditions that also ask for keywords count as candidates',
];
const LONG: Words = [
  '有效发明专利自申请日至统计日维持超过十年（年数依参数）',
  'Valid inventions filed more than ten years before the day (years by parameter)',
];

export const highValueFacts: readonly FactOfGroup[] = [
  count(
    'patents.highValue.total',
    ['高价值发明专利', 'High-value inventions'],
    [
      '有效发明专利符合战略性新兴产业、海外同族、维持超过十年、较高金额质押、国家奖项五类之一，同时符合多类的计一件',
      'Valid inventions of at least one of five categories (strategic, family abroad, over ten years, pledged highly, awarded), each once',
    ],
  ),
  count('patents.highValue.strategic', ['高价值：战略性新兴产业', 'High value: strategic industry'], STRATEGIC),
  count(
    'patents.highValue.family',
    ['高价值：海外同族', 'High value: family abroad'],
    [
      '有效发明专利的同族国家或地区含中国以外的（仅有国际公布WO的不计）；同族在海外是否授权，来源没有说明；没有同族信息的不计',
      'Valid inventions whose family has a member outside China, the WO publication alone aside; whether it was granted is not known; without family data it does not count',
    ],
  ),
  count('patents.highValue.longLived', ['高价值：维持超过十年', 'High value: over ten years'], LONG),
  count(
    'patents.highValue.pledged',
    ['高价值：较高金额质押', 'High value: pledged highly'],
    [
      '有效发明专利曾有一笔登记日不晚于统计日、登记金额达到参数下限的质押；一笔登记质押多件的按登记总额比较',
      'Valid inventions with a pledge registered by the day of at least the amount of the parameter; of several patents pledged together the whole amount is compared',
    ],
  ),
  count(
    'patents.highValue.awarded',
    ['高价值：国家奖项', 'High value: awarded'],
    [
      '有效发明专利在统计日前获得国家科学技术奖或中国专利奖（未载公布日的自当年首日起计）',
      'Valid inventions that won a state science and technology award or the China patent award by the day; without a day from the first of the year',
    ],
  ),
  count('patents.strategic.valid', ['战略性新兴产业有效发明', 'Valid strategic inventions'], STRATEGIC),
  count('patents.invention.over10Years', ['维持超过十年的有效发明', 'Valid inventions over ten years'], LONG),
];

/** Columns of {@link highValueFacts} over a patent `r`, its status `t` and the joins of `highValueJoins`, per party. */
export function highValueColumns(q: FactQuery): RawBuilder<unknown> {
  const { strategic, family, longLived, pledged, awarded } = highValueCategories(q);
  const counted = (condition: RawBuilder<unknown>) =>
    sql`count(*) filter (where r.kind = 'invention' and t.status = 'granted' and ${condition})::float8`;
  return sql`
    ${counted(sql`(${strategic} or ${family} or ${longLived} or ${pledged} or ${awarded})`)} as "patents.highValue.total",
    ${counted(strategic)} as "patents.highValue.strategic", ${counted(family)} as "patents.highValue.family",
    ${counted(longLived)} as "patents.highValue.longLived", ${counted(pledged)} as "patents.highValue.pledged",
    ${counted(awarded)} as "patents.highValue.awarded", ${counted(strategic)} as "patents.strategic.valid",
    ${counted(longLived)} as "patents.invention.over10Years"`;
}
