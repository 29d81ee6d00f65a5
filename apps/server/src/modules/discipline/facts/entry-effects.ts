import { type RawBuilder, sql } from 'kysely';
import type { FactOfGroup, FactQuery } from '../../../platform/facts/index.ts';
import { dateFact, flagFact, textFact } from '../../../platform/facts/state-fact.ts';
import { disciplineLists, type Target } from '../domain/discipline-law.ts';
import { inForce } from '../repositories/entry-repository.ts';

const SOURCE = '市场监督管理严重违法失信名单管理办法（总局令第44号）';

/** Flags of what is barred, with the fact that tells why and until when. */
export const BARS = [
  {
    target: 'subsidy',
    flag: 'discipline.blocksSubsidy',
    why: 'discipline.subsidyReason',
    zh: '奖补资金',
    en: 'subsidies',
  },
  { target: 'project', flag: 'discipline.blocksProject', why: 'discipline.projectReason', zh: '项目', en: 'projects' },
  { target: 'award', flag: 'discipline.blocksAward', why: 'discipline.awardReason', zh: '评优评先', en: 'awards' },
  { target: 'finance', flag: 'discipline.blocksFinance', why: null, zh: '金融支持', en: 'support of financing' },
] as const satisfies readonly { target: Target; flag: string; why: string | null; zh: string; en: string }[];

/** Facts of whoever can stand on a list, an enterprise or an agency. */
export const disciplineFacts: readonly FactOfGroup[] = [
  flagFact(
    'discipline.listed',
    ['在联合惩戒名单上', 'On a list of joint discipline'],
    [
      '统计日有效的列入：已决定、未届满、未修复、未移出。',
      'Entries in force on the day: decided, not run out, not repaired, not removed.',
    ],
    { source: SOURCE },
  ),
  ...BARS.flatMap((bar) => [
    flagFact(
      bar.flag,
      [`联合惩戒限制${bar.zh}`, `Barred from ${bar.en}`],
      [
        `统计日有效的列入中，按当日法规有限制${bar.zh}措施的。`,
        `An entry in force on the day bars from ${bar.en} by the law of that day.`,
      ],
      { source: SOURCE },
    ),
    ...(bar.why === null
      ? []
      : [
          textFact(
            bar.why,
            [`限制${bar.zh}的名单和期限`, `Why and until when barred from ${bar.en}`],
            [
              '名单、决定书文号和最后一日；没有限制的为不明。',
              'List, number of the decision and last day; unknown where nothing bars.',
            ],
          ),
        ]),
  ]),
  flagFact(
    'discipline.blocksDirectory',
    ['服务机构名录不予推荐', 'Not recommended in the directory'],
    [
      '统计日有效的列入中，有名录不予推荐措施的。',
      'An entry in force on the day keeps the subject from being recommended in the directory.',
    ],
    { source: SOURCE },
  ),
  flagFact(
    'discipline.hidden',
    ['服务机构名录标注惩戒', 'Marked in the directory'],
    ['统计日有效的列入中，有名录标注措施的。', 'An entry in force on the day is marked in the directory.'],
    { source: SOURCE },
  ),
  flagFact(
    'discipline.moreChecks',
    ['重点检查对象', 'Checked more often'],
    ['统计日有效的列入中，有增加检查措施的。', 'An entry in force on the day makes for more checks.'],
    { source: SOURCE },
  ),
  dateFact(
    'discipline.until',
    ['惩戒最后一日', 'Last day of discipline'],
    [
      '统计日有效的列入中最晚的最后一日；没有列入，或有须整改后移出的列入的，为不明。',
      'Latest last day of the entries in force; unknown where there is none, or where one lasts until remedied.',
    ],
  ),
];

/** Effects of all lists on a day: columns list, label, target, does. Never empty: a row for nothing stands in. */
function effectsOn(asOf: string): RawBuilder<unknown> {
  const rows = disciplineLists(asOf).flatMap(({ list, label, effects }) =>
    effects.map(({ target, does }) => sql`(${list}::text, ${label.zh}::text, ${target}::text, ${does}::text)`),
  );
  return sql`(values ${sql.join([...rows, sql`(''::text, ''::text, ''::text, ''::text)`])}) as x (list, label, target, does)`;
}

const UNTIL = sql`case when s.until_on is null then '至移出之日' else concat('至', to_char(s.until_on, 'YYYY-MM-DD'), '止') end`;

interface EntrySource {
  /** What comes after `from`; the entries are `e`. */
  readonly from: RawBuilder<unknown>;
  /** The id of the subject. */
  readonly subject: RawBuilder<unknown>;
  /** `and …` */
  readonly restriction: RawBuilder<unknown>;
}

/** One row per subject: the effects of its entries in force. */
export function entryEffects(query: FactQuery, { from, subject, restriction }: EntrySource) {
  const does = (target: Target, how: string) => sql`coalesce(bool_or(x.target = ${target} and x.does = ${how}), false)`;
  const reason = (target: Target) =>
    sql`string_agg(distinct concat(x.label, '（', s.decision_no, '）', ${UNTIL}), '；') filter (where x.target = ${target} and x.does = 'bar')`;
  const bars = BARS.flatMap(({ target, flag, why }) => [
    sql`${does(target, 'bar')} as ${sql.id(flag)}`,
    ...(why === null ? [] : [sql`${reason(target)} as ${sql.id(why)}`]),
  ]);
  return sql`select s.subject_id, true as "discipline.listed", ${sql.join(bars)},
      ${does('directory', 'hide')} as "discipline.blocksDirectory", ${does('directory', 'mark')} or ${does('directory', 'hide')} as "discipline.hidden",
      ${does('checks', 'more')} as "discipline.moreChecks",
      case when bool_or(s.until_on is null) then null else max(s.until_on) end as "discipline.until"
    from (select ${subject} as subject_id, e.list, e.decision_no, e.until_on from ${from}
      where e.district = ${query.district} and ${subject} is not null and ${inForce(query.asOf)} ${restriction}) s
    left join ${effectsOn(query.asOf)} on x.list = s.list
    group by s.subject_id`;
}
