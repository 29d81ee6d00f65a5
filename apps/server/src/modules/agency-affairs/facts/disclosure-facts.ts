import { sql } from 'kysely';
import type { FactContribution } from '../../../platform/facts/index.ts';
import { among, flagFact } from '../../../platform/facts/state-fact.ts';
import { DISCLOSURES } from '../repositories/disclosure-repository.ts';

const SOURCE = '《专利代理管理办法》《商标代理监督管理规定》服务信息公开';

/** What agencies have disclosed of themselves. */
export const agencyAffairFacts: FactContribution = {
  groups: [
    {
      subject: 'agency',
      name: 'agency-affairs.disclosure',
      registers: [DISCLOSURES],
      facts: [
        flagFact(
          'disclosure.published',
          ['已公开服务和收费', 'Services and prices disclosed'],
          [
            '统计日有一个已生效的服务和收费公开版本，列有至少一项服务。',
            'Has a version of services and prices in effect on the day, with at least one service.',
          ],
          { source: SOURCE },
        ),
      ],
      select: (q) => sql`select d.agency_id as subject_id, true as "disclosure.published"
        from (select distinct on (d.agency_id) d.agency_id, d.services from agency_affairs.disclosure d
          where d.district = ${q.district} and d.effective_on <= ${q.asOf}::date ${among(q, sql`d.agency_id`)}
          order by d.agency_id, d.effective_on desc, d.version desc) d
        where jsonb_array_length(d.services) > 0`,
    },
  ],
};
