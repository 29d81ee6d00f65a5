import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { lawNumberSql } from '../../../platform/facts/law-sql.ts';
import { among, countFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-change.ts';
import { isMember } from '../repositories/member-repository.ts';

const member: FactGroup = {
  subject: 'agency',
  name: 'association.member',
  registers: [REGISTER],
  facts: [
    flagFact(
      'association.member',
      ['协会会员', 'Member of the association'],
      ['统计日为协会会员：已入会、未退会。', 'Is a member on the day: joined and not left.'],
    ),
    flagFact(
      'association.conventionSigned',
      ['已签署现行公约', 'Signed the present convention'],
      ['统计日已签署当日施行的自律公约版本。', 'Has signed the version of the convention in force on the day.'],
    ),
  ],
  select: (q) => sql`select a.id as subject_id,
      exists (select 1 from association.member m where m.district = a.district and m.agency_id = a.id and ${isMember(q.asOf)}) as "association.member",
      exists (select 1 from association.signature s where s.district = a.district and s.agency_id = a.id and s.signed_on <= ${q.asOf}::date
        and s.document_id = (select d.id from association.document d where d.district = ${q.district} and d.sort = 'convention'
          and d.effective_on <= ${q.asOf}::date order by d.version desc limit 1)) as "association.conventionSigned"
    from agencies.agency a where a.district = ${q.district}
      and exists (select 1 from association.member k where k.district = a.district and k.agency_id = a.id) ${among(q, sql`a.id`)}`,
};

const YEARS = lawNumberSql('credit.penalty.years', sql`p.decided_on`);

const penalties: FactGroup = {
  subject: 'agency',
  name: 'association.penalties',
  registers: [REGISTER],
  facts: [
    countFact(
      'association.penaltiesIn3Years',
      ['近三年协会惩戒', 'Penalties of the association in 3 years'],
      [
        '统计日前三年内作出、统计日未撤销的协会惩戒件数。',
        'Penalties decided within three years before the day and not withdrawn by then.',
      ],
      { unit: ['件', 'penalties'] },
    ),
  ],
  select: (
    q,
  ) => sql`select p.agency_id as subject_id, count(*)::float8 as "association.penaltiesIn3Years" from association.penalty p
    where p.district = ${q.district} and p.decided_on <= ${q.asOf}::date and coalesce(p.withdrawn_on > ${q.asOf}::date, true)
      and (p.decided_on + make_interval(years => ${YEARS}::int))::date > ${q.asOf}::date ${among(q, sql`p.agency_id`)}
    group by p.agency_id`,
};

const brand: FactGroup = {
  subject: 'agency',
  name: 'association.brand',
  registers: [REGISTER],
  facts: [
    textFact(
      'association.brandLevel',
      ['品牌等级', 'Brand level'],
      [
        '统计日有效的品牌阶梯认定的等级代码；没有的为不明。',
        'Code of the level of the brand ladder in force on the day; unknown where there is none.',
      ],
    ),
  ],
  select: (
    q,
  ) => sql`select distinct on (b.agency_id) b.agency_id as subject_id, b.level as "association.brandLevel" from association.brand b
    where b.district = ${q.district} and b.awarded_on <= ${q.asOf}::date and b.until_on >= ${q.asOf}::date
      and coalesce(b.withdrawn_on > ${q.asOf}::date, true) ${among(q, sql`b.agency_id`)}
    order by b.agency_id, b.awarded_on desc, b.id desc`,
};

const ratings: FactGroup = {
  subject: 'agency',
  name: 'association.ratings',
  registers: [REGISTER],
  facts: [
    countFact(
      'association.ratings',
      ['计入评价的客户', 'Clients whose ratings count'],
      [
        '统计日前作出、未剔除且折算比例大于零的评价所属客户数。',
        'Clients with a rating by the day that was not removed and counts.',
      ],
      { unit: ['家', 'clients'] },
    ),
    numberFact(
      'association.rating',
      ['客户评分', 'Score by clients'],
      [
        '已办结事项评价按折算比例的加权平均，保留一位小数；没有计入的为不明。',
        'Mean of the ratings of finished matters by the share at which each counts, one decimal; unknown where none counts.',
      ],
    ),
  ],
  select: (q) => sql`select r.agency_id as subject_id, count(distinct r.party_id)::float8 as "association.ratings",
      round(sum(r.score * r.weight_percent) / sum(r.weight_percent), 1)::float8 as "association.rating"
    from association.rating r where r.district = ${q.district} and r.rated_on <= ${q.asOf}::date and r.weight_percent > 0
      and coalesce(r.removed_on > ${q.asOf}::date, true) ${among(q, sql`r.agency_id`)}
    group by r.agency_id`,
};

/** What the association says of an agency. */
export const associationContribution: FactContribution = { groups: [member, penalties, brand, ratings] };
