import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, flagFact } from '../../../platform/facts/state-fact.ts';

/** What the credit of its agencies says of an enterprise. */
export const enterpriseCreditGroup: FactGroup = {
  subject: 'enterprise',
  name: 'agency-credit.enterprise-agencies',
  registers: ['agency-credit', 'agencies', 'mentions'],
  facts: [
    flagFact(
      'agency.lowCredit',
      ['代理机构信用等级为D级', 'Served by an agency of grade D'],
      [
        '统计日前三年内申请的专利中，有经统计日已公示信用等级为D级的代理机构提交的。',
        'A patent filed in the three years before the day went through an agency whose published grade is D on the day.',
      ],
      { source: '专利代理信用评价管理办法（试行）' },
    ),
  ],
  select: (q) => sql`
    select m.party_id as subject_id, true as "agency.lowCredit"
    from agency_credit.standing s
    join agencies.patent_agency l on l.district = s.district and l.agency_id = s.subject_id
    join ip_rights.patent p on p.district = l.district and p.id = l.patent_id
    join ip_rights.patent_holder h on h.district = l.district and h.patent_id = l.patent_id
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    where s.district = ${q.district} and s.subject_type = 'agency' and s.basis = 'published' and s.grade = 'D'
      and s.from_on <= ${q.asOf}::date and (s.to_on is null or s.to_on >= ${q.asOf}::date)
      and p.filed_on <= ${q.asOf}::date and p.filed_on > ${q.asOf}::date - interval '3 years'
      and m.party_id is not null ${among(q, sql`m.party_id`)}
    group by m.party_id`,
};
