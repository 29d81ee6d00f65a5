import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact } from '../../../platform/facts/state-fact.ts';

const UNIT = ['项', 'projects'] as const;
const LED: readonly [string, string] = ['由其牵头', 'led by it'];

/** Projects an enterprise leads, by how they stand on the day. */
export const enterpriseProjects: FactGroup = {
  subject: 'enterprise',
  name: 'programs.projects',
  registers: ['projects'],
  facts: [
    countFact(
      'projects.running',
      ['在建知识产权项目', 'Running IP projects'],
      [
        `统计日已签任务书、尚未验收或终止，${LED[0]}的项目数。`,
        `Projects ${LED[1]} with a signed agreement, neither accepted nor ended on the day.`,
      ],
      { unit: UNIT },
    ),
    countFact(
      'projects.accepted',
      ['通过验收的知识产权项目', 'Accepted IP projects'],
      [`验收通过日不晚于统计日，${LED[0]}的项目数。`, `Projects ${LED[1]} that were accepted on or before the day.`],
      { unit: UNIT },
    ),
    countFact(
      'projects.failed',
      ['未通过验收的知识产权项目', 'Failed IP projects'],
      [
        `验收不通过或被终止，日期不晚于统计日，${LED[0]}的项目数。`,
        `Projects ${LED[1]} that failed the acceptance or were terminated on or before the day.`,
      ],
      { unit: UNIT },
    ),
  ],
  select: (q) => {
    const ended = sql`p.ended_on is not null and p.ended_on <= ${q.asOf}::date`;
    return sql`
      select p.lead_party_id as subject_id,
        count(*) filter (where p.term_from <= ${q.asOf}::date and not (${ended}))::float8 as "projects.running",
        count(*) filter (where ${ended} and p.ended_as = 'accepted')::float8 as "projects.accepted",
        count(*) filter (where ${ended} and p.ended_as in ('failed', 'terminated'))::float8 as "projects.failed"
      from programs.project p
      where p.district = ${q.district} and p.term_from is not null ${among(q, sql`p.lead_party_id`)}
      group by p.lead_party_id`;
  },
};
