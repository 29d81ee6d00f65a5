import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { among, countFact, flagFact } from '../../../platform/facts/state-fact.ts';
import { ADVERSE_LISTS } from '../domain/labels.ts';
import { membershipsOn } from './membership-sql.ts';

const DISHONESTY = '市场监督管理严重违法失信名单管理办法（总局令第44号）';

/** What discipline lists say of a party. Whoever stands on none has a clean record: the lists are complete by their nature. */
export const creditGroup: FactGroup = {
  subject: 'enterprise',
  name: 'parties.credit',
  registers: ['memberships', 'mentions'],
  facts: [
    flagFact(
      'credit.dishonest',
      ['严重违法失信', 'On the list of serious dishonesty'],
      [
        '统计日在严重违法失信名单上：已列入、未移出、未满列入期限。',
        'Stands on the day on the list of serious dishonesty: listed, not taken off, term not over.',
      ],
      { source: DISHONESTY },
    ),
    flagFact(
      'credit.abnormalOperation',
      ['经营异常', 'On the list of abnormal operation'],
      [
        '统计日在经营异常名录上：已列入、未移出。',
        'Stands on the day on the list of abnormal operation: listed and not taken off.',
      ],
      { source: '企业信息公示暂行条例' },
    ),
    countFact(
      'credit.ipPenaltiesIn3Years',
      ['近三年知识产权行政处罚', 'Penalties about intellectual property in 3 years'],
      [
        '统计日仍在最长公示期（自处罚决定之日起三年）内、未撤销的知识产权行政处罚件数。',
        'Penalties about intellectual property within their longest publicity (three years from the decision) and not revoked.',
      ],
      { unit: ['件', 'penalties'], source: '市场监督管理行政处罚信息公示规定（总局令第45号）第十三条' },
    ),
  ],
  select: (q) => {
    const standing = (kind: string) => sql`coalesce(bool_or(s.valid) filter (where s.kind = ${kind}), false)`;
    return sql`
      select s.party_id as subject_id, ${standing('dishonesty')} as "credit.dishonest",
        ${standing('abnormal-operation')} as "credit.abnormalOperation",
        count(*) filter (where s.kind = 'ip-penalty' and s.valid)::float8
          as "credit.ipPenaltiesIn3Years"
      from (${membershipsOn(q, sql`and s.kind = any(${[...ADVERSE_LISTS]}::text[]) and m.party_id is not null ${among(q, sql`m.party_id`)}`)}) s
      group by s.party_id`;
  },
};
