import { sql } from 'kysely';
import type { FactGroup } from '../../../platform/facts/index.ts';
import { highValueColumns, highValueFacts } from './enterprise-high-value.ts';
import { patentCountColumns, patentCountFacts } from './enterprise-patent-counts.ts';
import { patentQualityColumns, patentQualityFacts, patentQualityJoins } from './enterprise-patent-qualities.ts';
import { highValueJoins } from './high-value-sql.ts';
import { holdings, patentThere, statusOn } from './right-sql.ts';

/** Everything counted by one walk through the Chinese patents of each enterprise; what nobody asks for is not computed. */
export const enterprisePatentGroup: FactGroup = {
  subject: 'enterprise',
  name: 'ip-rights.patents',
  registers: ['patents', 'mentions', 'parties'],
  facts: [...patentCountFacts, ...patentQualityFacts, ...highValueFacts],
  select: (q) => sql`
    select c.party_id as subject_id, ${patentCountColumns(q)}, ${patentQualityColumns()}, ${highValueColumns(q)}
    from (${holdings(q, 'patent')}) c
    join ip_rights.patent r on r.district = ${q.district} and r.id = c.right_id and r.country = 'CN' and ${patentThere(q)}
    ${statusOn(q, 'patent')} ${patentQualityJoins(q)} ${highValueJoins(q)}
    group by c.party_id`,
};
