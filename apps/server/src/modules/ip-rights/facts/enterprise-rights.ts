import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, flagFact } from '../../../platform/facts/state-fact.ts';
import { authorisedUsers } from './gi-facts.ts';
import { madridOn } from './madrid-sql.ts';
import { holdings, statusOn, VALID_MARK } from './right-sql.ts';
import { PIECES } from './words.ts';

/** Everything an enterprise holds, in one number. */
export const rightsGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.rights',
  registers: ['patents', 'trademarks', 'madrid', 'gis', 'mentions'],
  facts: [
    countFact(
      'rights.total',
      ['有效知识产权', 'Valid rights'],
      [
        '统计日有效的中国专利、中国商标（按注册号和类别）、马德里国际注册与获准使用的地理标志件数之和，共有的各计一件。',
        'Chinese patents, Chinese marks per class, international registrations and authorised indications valid on the day, joint ones for each holder.',
      ],
      { unit: PIECES },
    ),
    flagFact(
      'rights.any',
      ['有有效知识产权', 'Has a valid right'],
      ['有效知识产权至少一件。', 'Has at least one valid right.'],
    ),
  ],
  select: (q) => {
    const linked = sql`and m.party_id is not null ${among(q, sql`m.party_id`)}`;
    return sql`
      select k.party_id as subject_id, count(*)::float8 as "rights.total", true as "rights.any"
      from (
        select c.party_id from (${holdings(q, 'patent')}) c
        join ip_rights.patent r on r.district = ${q.district} and r.id = c.right_id and r.country = 'CN' ${statusOn(q, 'patent')} where t.status = 'granted'
        union all
        select c.party_id from (${holdings(q, 'trademark')}) c
        join ip_rights.trademark r on r.district = ${q.district} and r.id = c.right_id and r.country = 'CN' ${statusOn(q, 'trademark')} where ${VALID_MARK}
        union all
        select x.party_id from (${madridOn(q, linked)}) x where x.valid
        union all
        select distinct on (a.party_id, a.gi_id) a.party_id from (${authorisedUsers(q, linked)}) a) k
      group by k.party_id`;
  },
};
