import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import {
  among,
  codeFact,
  countFact,
  dateFact,
  flagFact,
  numberFact,
  textFact,
  type Words,
} from '../../../platform/facts/state-fact.ts';
import { flaggedKeys } from './abnormal-sql.ts';
import { lateMonths, lateTierEnd, nextDues } from './annuity-sql.ts';
import { STRATEGIC } from './enterprise-high-value.ts';
import { awardDay, highValueCategories, highValueJoins } from './high-value-sql.ts';
import { activePledges, dealings, holderGroups } from './patent-parts.ts';
import { dayOf, statusOn } from './right-sql.ts';
import { DAYS } from './words.ts';

export const patentHolderGroup: FactGroup = {
  subject: 'patent',
  name: 'ip-rights.patent-holders',
  registers: ['patents', 'mentions', 'parties'],
  facts: [
    countFact(
      'holders',
      ['权利人数', 'Holders'],
      ['权利人个数，不同写法匹配到同一主体的计一个。', 'Number of holders; names linked to the same party count once.'],
      { unit: ['个', 'holders'], source: '专利法第14条' },
    ),
    flagFact(
      'linked',
      ['已匹配主体', 'Linked'],
      [
        '至少一个权利人已匹配到登记主体；为现状。',
        'At least one holder is linked to a party of the register, as of now.',
      ],
    ),
    flagFact('joint', ['共有专利', 'Joint'], ['权利人为两个以上。', 'Has two or more holders.'], {
      source: '专利法第14条',
    }),
    flagFact(
      'withUniversity',
      ['校企共有', 'With a university'],
      [
        '权利人中既有高等院校或科研院所又有其他主体。',
        'Its holders include both a university or institute and another party.',
      ],
    ),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      [
        '第一个已匹配权利人的所属镇，均未匹配的按申请人地址；为现状。',
        'Town of the first linked holder, else of the address; as of today.',
      ],
    ),
    codeFact(
      'zone',
      'place',
      ['所属功能区', 'Zone'],
      ['第一个已匹配权利人的所属功能区；为现状。', 'Zone of the first linked holder; as of today.'],
    ),
  ],
  select: (q) => sql`
    select r.id as subject_id, coalesce(g.holders, 0)::float8 as "holders", coalesce(g.linked, false) as "linked", coalesce(g.joint, false) as "joint",
      coalesce(g.academic, false) as "withUniversity", case when g.linked then g.town else r.town_code end as "town", g.zone as "zone"
    from ip_rights.patent r
    left join (${holderGroups(q, among(q, sql`h.patent_id`))}) g on g.patent_id = r.id
    where r.district = ${q.district} ${among(q, sql`r.id`)}`,
};

export const patentDealingGroup: FactGroup = {
  subject: 'patent',
  name: 'ip-rights.patent-dealings',
  registers: ['patents'],
  facts: [
    flagFact(
      'abnormal',
      ['非正常申请', 'Abnormal application'],
      [
        '统计日被通报或经本区核查认定为非正常申请且未解除，或来源文件标注为非正常申请（不区分日期）；撤回不解除标记。',
        'Notified or found by the district as abnormal and not cleared on the day, or marked so by a file of patents; a withdrawal does not clear it.',
      ],
      { source: '《规范申请专利行为的规定》（国家知识产权局令第77号）' },
    ),
    flagFact(
      'transferred',
      ['发生过转让', 'Transferred'],
      ['有登记日不晚于统计日的转让。', 'Has a transfer on or before the day.'],
      { source: '专利法第10条' },
    ),
    flagFact(
      'licensed',
      ['发生过许可', 'Licensed'],
      ['有备案日不晚于统计日的许可。', 'Has a licence recorded on or before the day.'],
      { source: '专利法第12条' },
    ),
    flagFact(
      'pledged',
      ['质押中', 'Pledged'],
      [
        '质押登记日不晚于统计日且未解除；没有质押登记记录而来源载有质押日的，视为未解除。',
        'A pledge is registered and not released on the day; one only told of by a patent file counts as not released.',
      ],
      { source: '专利权质押登记办法' },
    ),
    numberFact(
      'pledgeFen',
      ['质押金额', 'Amount of pledges'],
      [
        '统计日未解除的各笔质押登记的金额之和，一笔登记质押多件的为登记总额；没有的为不明。',
        'Sum of the registrations not released on the day, each as a whole; unknown without any.',
      ],
      { unit: ['分', 'fen'], source: '专利权质押登记办法' },
    ),
    flagFact(
      'awarded',
      ['获得奖项', 'Awarded'],
      [
        '统计日前获得任一级别的科学技术奖或专利奖（未载公布日的自当年首日起计）。',
        'Has won an award of any rank by the day; without a day from the first of the year.',
      ],
    ),
    textFact(
      'awardLevel',
      ['奖项等级', 'Grade of the award'],
      ['最近一次奖项的名称和等级，按名单原文。', 'Name and grade of the latest award as written.'],
    ),
  ],
  select: (q) => sql`
    select r.id as subject_id, r.abnormal or a.patent_key is not null as "abnormal", coalesce(d.transferred, false) as "transferred",
      coalesce(d.licensed, false) as "licensed", coalesce(p.active, d.pledged, false) as "pledged", p.amount_fen::float8 as "pledgeFen",
      w.patent_key is not null as "awarded", w.words as "awardLevel"
    from ip_rights.patent r
    left join (${dealings(q, among(q, sql`e.patent_id`))}) d on d.patent_id = r.id
    left join (${activePledges(q)}) p on p.patent_key = r.record_key
    left join (${flaggedKeys(q)}) a on a.patent_key = r.record_key
    left join (
      select w.patent_key, (array_agg(concat_ws(' ', w.award_text, w.grade) order by ${awardDay} desc, w.record_key))[1] as words
      from ip_rights.patent_award w where w.district = ${q.district} and ${awardDay} <= ${dayOf(q)} group by 1) w on w.patent_key = r.record_key
    where r.district = ${q.district} ${among(q, sql`r.id`)}`,
};

const SOURCE = '专利法实施细则第5、114、115条';

export const patentDueGroup: FactGroup = {
  subject: 'patent',
  name: 'ip-rights.patent-dues',
  registers: ['patents'],
  facts: [
    dateFact(
      'nextDueOn',
      ['下一笔年费期限', 'Next fee due on'],
      [
        '统计日有效的中国专利的下一笔年费期限，按缴费记录和工作日历推算；没有应缴的为不明。',
        'Due day of the next annual fee of a Chinese patent in force, by the reported payments and the calendar; unknown where none is owed.',
      ],
      { source: SOURCE },
    ),
    numberFact(
      'daysToDue',
      ['距年费期限天数', 'Days to the fee'],
      ['自统计日至下一笔年费期限的天数，逾期为负。', 'Days from the day to the due day; negative when late.'],
      { unit: DAYS, source: SOURCE },
    ),
    flagFact(
      'late',
      ['年费逾期', 'Fee late'],
      ['缴费记录显示未缴，期限已过而仍可补缴。', 'The fee is reported unpaid, is past its day and can still be paid.'],
      { source: SOURCE },
    ),
    numberFact(
      'lateMonths',
      ['逾期月数', 'Months late'],
      [
        '自申请日周年起已开始的逾期月数，与滞纳金档次一致；未逾期的为不明。',
        'Months of lateness begun since the anniversary, as the tiers of the late fee; unknown when not late.',
      ],
      { unit: ['个月', 'months'], source: SOURCE },
    ),
    dateFact(
      'lateTierEndsOn',
      ['本档滞纳金截止日', 'Late fee unchanged until'],
      [
        '逾期时现行滞纳金档次的最后一日，最后一档为补缴期届满日；未逾期的为不明。',
        'Last day of the present tier of the late fee, of the last one the end of the late period; unknown when not late.',
      ],
      { source: SOURCE },
    ),
  ],
  select: (q) => sql`
    select d.patent_id as subject_id, d.due_on as "nextDueOn", (d.due_on - ${dayOf(q)})::float8 as "daysToDue", d.due_on < ${dayOf(q)} as "late",
      ${lateMonths(q, 'd')} as "lateMonths", ${lateTierEnd(q, 'd')} as "lateTierEndsOn"
    from (${nextDues(q, q.only)}) d`,
};

const HIGH = '《“十四五”国家知识产权保护和运用规划》高价值发明专利拥有量口径';
const high = (path: string, label: Words, definition: Words) =>
  flagFact(`highValue.${path}`, label, definition, { source: HIGH });

export const patentHighValueGroup: FactGroup = {
  subject: 'patent',
  name: 'ip-rights.patent-high-value',
  registers: ['patents'],
  facts: [
    high(
      'any',
      ['高价值发明专利', 'High-value invention'],
      ['有效的中国发明专利符合五类之一。', 'A valid Chinese invention of at least one of the five categories.'],
    ),
    high(
      'strategic',
      ['高价值：战略性新兴产业', 'High value: strategic industry'],
      [`${STRATEGIC[0]}。`, `${STRATEGIC[1]}.`],
    ),
    high(
      'family',
      ['高价值：海外同族', 'High value: family abroad'],
      [
        '有效的中国发明专利有海外同族；是否在海外授权来源没有说明。',
        'A valid Chinese invention with a family abroad; whether granted there is not known.',
      ],
    ),
    high(
      'longLived',
      ['高价值：维持超过十年', 'High value: over ten years'],
      [
        '有效的中国发明专利自申请日至统计日超过十年（年数依参数）。',
        'A valid Chinese invention filed more than ten years before the day (years by parameter).',
      ],
    ),
    high(
      'pledged',
      ['高价值：较高金额质押', 'High value: pledged highly'],
      [
        '有效的中国发明专利曾有登记日不晚于统计日、登记金额达到参数下限的质押。',
        'A valid Chinese invention with a pledge registered by the day of at least the amount of the parameter.',
      ],
    ),
    high(
      'awarded',
      ['高价值：国家奖项', 'High value: awarded'],
      [
        '有效的中国发明专利在统计日前获得国家科学技术奖或中国专利奖。',
        'A valid Chinese invention that won a state science and technology award or the China patent award by the day.',
      ],
    ),
  ],
  select: (q) => {
    const { strategic, family, longLived, pledged, awarded } = highValueCategories(q);
    return sql`
      select r.id as subject_id, ${strategic} or ${family} or ${longLived} or ${pledged} or ${awarded} as "highValue.any",
        ${strategic} as "highValue.strategic", ${family} as "highValue.family", ${longLived} as "highValue.longLived",
        ${pledged} as "highValue.pledged", ${awarded} as "highValue.awarded"
      from ip_rights.patent r ${statusOn(q, 'patent')} ${highValueJoins(q)}
      where r.district = ${q.district} and r.country = 'CN' and r.kind = 'invention' and t.status = 'granted' ${among(q, sql`r.id`)}`;
  },
};
