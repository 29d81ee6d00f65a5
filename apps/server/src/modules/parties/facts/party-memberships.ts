import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, dateFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { ADVERSE_LISTS } from '../domain/labels.ts';
import { membershipsOn } from './membership-sql.ts';

const LISTED = '资格在统计日有效（有起始日的不早于起始日，有截止日的不晚于截止日，状态未撤销）';
const LISTED_EN = 'valid on the day: begun, not ended, not revoked';
const HIGH_TECH = '国科发火〔2016〕32号《高新技术企业认定管理办法》第十条';

const level = (path: string, zh: string, en: string) =>
  textFact(
    path,
    [zh, en],
    [
      '统计日有效的资格中最近认定的一项的级别，按名单原文。',
      'Level, as written, of the most recent of the memberships valid on the day.',
    ],
  );

export const membershipGroup: FactGroup = {
  subject: 'enterprise',
  name: 'parties.programmes',
  registers: ['memberships', 'mentions'],
  facts: [
    flagFact(
      'highTech',
      ['高新技术企业', 'High-tech enterprise'],
      [
        `有一张高新技术企业证书${LISTED}；未印有效期的自发证日起算三年。`,
        `Has a high-tech certificate ${LISTED_EN}; three years from issue where no last day is printed.`,
      ],
      { source: HIGH_TECH },
    ),
    dateFact(
      'highTechUntil',
      ['高企资格有效期至', 'High-tech until'],
      [
        '统计日有效的高新技术企业证书中最晚的截止日。',
        'Latest last day of the high-tech certificates valid on the day.',
      ],
      { source: HIGH_TECH },
    ),
    dateFact(
      'highTechSince',
      ['首次认定高企日期', 'High-tech since'],
      [
        '已登记的高新技术企业证书中最早的发证日期，不晚于统计日。',
        'Earliest issue of all recorded high-tech certificates, on or before the day.',
      ],
      { source: HIGH_TECH },
    ),
    flagFact(
      'aboveScale',
      ['规上工业企业', 'Above-scale industrial enterprise'],
      [
        '列入统计年度不晚于统计日所在年度的规模以上工业企业名单；名单不注明退出，须限定年度时与“规上名单年度”并用。',
        'On a list of above-scale industrial enterprises of a year up to that of the day; lists do not say who left, so combine with the year of the list.',
      ],
      { source: '国家统计局《关于规模以上工业企业标准调整的通知》' },
    ),
    numberFact(
      'aboveScaleYear',
      ['规上名单年度', 'Year of the above-scale list'],
      ['最近一次列入规模以上工业企业名单的年度。', 'Latest year of an above-scale list the enterprise is on.'],
      { unit: ['年', 'year'] },
    ),
    numberFact(
      'revenueFen',
      ['主营业务收入', 'Revenue'],
      ['最近一个规上名单年度所载主营业务收入。', 'Revenue stated in the latest above-scale list that gives one.'],
      { unit: ['分', 'fen'] },
    ),
    flagFact(
      'advantage',
      ['知识产权优势企业', 'IP advantage enterprise'],
      [`知识产权优势企业（含强企培育）${LISTED}。`, `On a list of IP advantage enterprises, ${LISTED_EN}.`],
    ),
    level('advantageLevel', '优势企业级别', 'Level as advantage enterprise'),
    flagFact(
      'demonstration',
      ['知识产权示范企业', 'IP demonstration enterprise'],
      [`知识产权示范企业${LISTED}。`, `On a list of IP demonstration enterprises, ${LISTED_EN}.`],
    ),
    level('demonstrationLevel', '示范企业级别', 'Level as demonstration enterprise'),
    flagFact(
      'listed',
      ['上市公司', 'Listed company'],
      [`上市公司名单${LISTED}。`, `On a list of listed companies, ${LISTED_EN}.`],
    ),
    flagFact(
      'exporter',
      ['出口企业', 'Exporter'],
      [`出口企业名单${LISTED}。`, `On a list of exporters, ${LISTED_EN}.`],
    ),
    numberFact(
      'exporterYear',
      ['出口名单年度', 'Year of the list of exporters'],
      ['最近一次列入出口企业名单的年度。', 'Latest year of a list of exporters the enterprise is on.'],
      { unit: ['年', 'year'] },
    ),
    flagFact(
      'specialised',
      ['专精特新企业', 'Specialised and innovative enterprise'],
      [`专精特新（含小巨人、单项冠军）名单${LISTED}。`, `On a list of specialised enterprises, ${LISTED_EN}.`],
    ),
    level('specialisedLevel', '专精特新级别', 'Level as specialised enterprise'),
    countFact(
      'memberships.count',
      ['有效名录资格', 'Valid memberships'],
      [
        '统计日有效的名录和资格的种类数，同类多项计一种；信用惩戒名单不计。',
        'Number of kinds of lists and certificates valid on the day, discipline lists left out.',
      ],
      { unit: ['种', 'kinds'] },
    ),
  ],
  select: (q) => {
    const valid = (kind: string) => sql`filter (where s.kind = ${kind} and s.valid)`;
    const flag = (kind: string) => sql`coalesce(bool_or(s.valid) filter (where s.kind = ${kind}), false)`;
    const latest = (kind: string) =>
      sql`(array_agg(s.level order by s.valid_from desc nulls last, s.record_key) ${valid(kind)})[1]`;
    return sql`
      select s.party_id as subject_id, ${flag('high-tech')} as "highTech", max(s.last_day) ${valid('high-tech')} as "highTechUntil",
        min(s.valid_from) filter (where s.kind = 'high-tech' and s.valid_from <= ${q.asOf}::date) as "highTechSince",
        ${flag('above-scale')} as "aboveScale", max(s.year) ${valid('above-scale')}::float8 as "aboveScaleYear",
        (array_agg(s.revenue_fen order by s.year desc nulls last, s.record_key)
          filter (where s.kind = 'above-scale' and s.valid and s.revenue_fen is not null))[1]::float8 as "revenueFen",
        ${flag('advantage')} as "advantage", ${latest('advantage')} as "advantageLevel",
        ${flag('demonstration')} as "demonstration", ${latest('demonstration')} as "demonstrationLevel",
        ${flag('listed')} as "listed", ${flag('exporter')} as "exporter", max(s.year) ${valid('exporter')}::float8 as "exporterYear",
        ${flag('specialised')} as "specialised", ${latest('specialised')} as "specialisedLevel",
        count(distinct s.kind) filter (where s.valid and not s.kind = any(${[...ADVERSE_LISTS]}::text[]))::float8 as "memberships.count"
      from (${membershipsOn(q, sql`and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) s group by s.party_id`;
  },
};
