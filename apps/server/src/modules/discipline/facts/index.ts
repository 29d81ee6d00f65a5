import { sql } from 'kysely';
import type { FactContribution, FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact } from '../../../platform/facts/state-fact.ts';
import { REGISTER } from '../commands/note-change.ts';
import { inForce } from '../repositories/entry-repository.ts';
import { disciplineFacts, entryEffects } from './entry-effects.ts';

const enterprise: FactGroup = {
  subject: 'enterprise',
  name: 'discipline.enterprise',
  registers: [REGISTER],
  facts: disciplineFacts,
  select: (query) =>
    entryEffects(query, {
      from: sql`discipline.entry e`,
      subject: sql`e.party_id`,
      restriction: among(query, sql`e.party_id`),
    }),
};

/** What holds of the party an agency is holds of the agency. */
const agency: FactGroup = {
  subject: 'agency',
  name: 'discipline.agency',
  registers: [REGISTER, 'agencies'],
  facts: disciplineFacts,
  select: (query) =>
    entryEffects(query, {
      from: sql`discipline.entry e join agencies.agency a on a.district = e.district
        and (a.id = e.agency_id or (e.subject_kind = 'party' and a.party_id = e.party_id))`,
      subject: sql`a.id`,
      restriction: among(query, sql`a.id`),
    }),
};

const people: FactGroup = {
  subject: 'agency',
  name: 'discipline.agency-people',
  registers: [REGISTER, 'agencies'],
  facts: [
    countFact(
      'discipline.people',
      ['受惩戒的执业人员', 'People under discipline'],
      [
        '统计日在该机构执业、且本人有有效惩戒的人数。',
        'People who practise at the agency on the day and have an entry of discipline in force.',
      ],
      { unit: ['人', 'people'], source: '专利代理管理办法（2019）' },
    ),
  ],
  select: (query) => sql`select p.agency_id as subject_id, count(distinct p.person_id)::float8 as "discipline.people"
    from agencies.practice p join discipline.entry e on e.district = p.district and e.person_id = p.person_id and ${inForce(query.asOf)}
    where p.district = ${query.district} and p.agency_id is not null and coalesce(p.from_on <= ${query.asOf}::date, true)
      and coalesce(p.to_on >= ${query.asOf}::date, true) ${among(query, sql`p.agency_id`)}
    group by p.agency_id`,
};

/** What joint discipline says of enterprises and of agencies. */
export const disciplineContribution: FactContribution = { groups: [enterprise, agency, people] };
