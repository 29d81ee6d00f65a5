import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact } from '../../../platform/facts/state-fact.ts';

const PERSONS = ['人', 'people'] as const;

/** Who works at an agency on the day; a person with two periods there counts once. */
export const agencyPeopleGroup: FactGroup = {
  subject: 'agency',
  name: 'ip-agencies.people',
  registers: ['agencies', 'agency-people'],
  facts: [
    countFact(
      'people.total',
      ['从业人员', 'People'],
      ['统计日登记在该机构的人数，没有号码的同名者各计一人。', 'People at the agency on the day.'],
      { unit: PERSONS },
    ),
    countFact(
      'people.attorneys',
      ['专利代理师', 'Patent attorneys'],
      ['其中有资格证号或执业备案号的人数。', 'Those with a number of qualification or practice.'],
      { unit: PERSONS },
    ),
    countFact(
      'people.elsewhere',
      ['同时在另一机构的人员', 'People at another agency, too'],
      [
        '统计日同时登记在另一家机构执业的人数（凭号码认定，不凭姓名）。',
        'People who are at another agency on the same day, told by number, never by name.',
      ],
      { unit: PERSONS, source: '专利代理条例第二十六条' },
    ),
    countFact(
      'people.otherUnit',
      ['参保单位不是本机构的人员', 'People paid for by another unit'],
      [
        '统计日的参保单位既不是本机构也不是其所在其他机构的人数；没有参保名单的不计。',
        'People whose paying unit on the day is none of their agencies; nobody where no list is given.',
      ],
      { unit: PERSONS },
    ),
  ],
  select: (q) => {
    const on = (p: string) =>
      sql`(${sql.ref(`${p}.from_on`)} is null or ${sql.ref(`${p}.from_on`)} <= ${q.asOf}::date) and (${sql.ref(`${p}.to_on`)} is null or ${sql.ref(`${p}.to_on`)} >= ${q.asOf}::date)`;
    return sql`
      with here as (
        select distinct p.agency_id, e.id, e.person_key, e.qualification_no is not null or e.practice_no is not null as numbered
        from agencies.practice p join agencies.person e on e.district = p.district and e.id = p.person_id
        where p.district = ${q.district} and p.agency_id is not null and ${on('p')}),
      places as (select h.id, count(*) as n from here h group by h.id)
      select h.agency_id as subject_id, count(*)::float8 as "people.total", count(*) filter (where h.numbered)::float8 as "people.attorneys",
        count(*) filter (where w.n > 1)::float8 as "people.elsewhere",
        count(*) filter (where exists (select 1 from agencies.social_security s where s.district = ${q.district} and s.person_key = h.person_key and ${on('s')})
          and not exists (select 1 from agencies.social_security s
            join agencies.practice r on r.district = s.district and r.person_id = h.id
            left join agencies.agency v on v.district = r.district and v.id = r.agency_id
            where s.district = ${q.district} and s.person_key = h.person_key and ${on('s')}
              and (v.name = s.unit_name or v.uscc = s.unit_uscc or r.written = s.unit_name)))::float8 as "people.otherUnit"
      from here h join places w on w.id = h.id
      where true ${among(q, sql`h.agency_id`)}
      group by h.agency_id`;
  },
};
