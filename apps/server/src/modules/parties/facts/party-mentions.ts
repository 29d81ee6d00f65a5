import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact } from '../../../platform/facts/state-fact.ts';

export const mentionGroup: FactGroup = {
  subject: 'enterprise',
  name: 'parties.mentions',
  registers: ['mentions'],
  facts: [
    countFact(
      'mentions.pending',
      ['待核对名称', 'Names waiting for review'],
      [
        '待人工核对、且候选主体含本主体的权利人或名单名称个数；为现状，不追溯历史。',
        'Names of holders and lists that wait for a person and have this party among their candidates; as of now.',
      ],
      { unit: ['个', 'names'] },
    ),
  ],
  select: (q) => sql`
    select c.party_id as subject_id, count(distinct c.id)::float8 as "mentions.pending"
    from (select m.id, (k->>'id')::uuid as party_id from parties.mention m cross join lateral jsonb_array_elements(m.candidates) k
      where m.district = ${q.district} and m.decision = 'review') c
    where true ${among(q, sql`c.party_id`)} group by 1`,
};
