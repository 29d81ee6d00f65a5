import type { Rule } from '@jince/rules';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import { visibleSql } from './fact-filter.ts';
import { readFacts, subjectEntry } from './fact-source.ts';
import { factRelation } from './fact-statements.ts';
import type { Freshness } from './freshness.ts';
import { compileFor, needsOf } from './rules.ts';
import type { Outcome } from './select-subjects.ts';

type Outcomes = Record<Outcome, number>;

/** How many subjects satisfy each condition of a rule by itself, in the order of the conditions. */
export async function countConditions(
  ctx: Ctx,
  { subject, rule, asOf, everyone }: { subject: string; rule: Rule; asOf?: string | undefined; everyone?: boolean },
): Promise<{ readonly conditions: readonly Outcomes[]; readonly freshness: Freshness }> {
  const entry = subjectEntry(ctx, subject);
  return readFacts(ctx, needsOf(subject, [rule], [], asOf), async (tx, source) => {
    const { joins, conditions } = compileFor([rule], source.freshness.asOf);
    const own = conditions[0] ?? [];
    const columns = own.flatMap((condition, at) => [
      sql`count(*) filter (where ${condition}) as ${sql.id(`t${at}`)}`,
      sql`count(*) filter (where (${condition}) is null) as ${sql.id(`u${at}`)}`,
    ]);
    const { rows } = await sql<Record<string, number>>`with ${source.relations}
      select ${sql.join([sql`count(*) as total`, ...columns])} from ${factRelation(subject)} s ${joins}
      where ${visibleSql(ctx, entry, everyone)}`.execute(tx);
    const row = rows[0] ?? {};
    const number = (name: string) => row[name] ?? 0;
    return {
      conditions: own.map((_, at) => ({
        true: number(`t${at}`),
        false: number('total') - number(`t${at}`) - number(`u${at}`),
        unknown: number(`u${at}`),
      })),
    };
  });
}
