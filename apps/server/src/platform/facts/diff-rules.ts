import type { Rule } from '@jince/rules';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import { visibleSql } from './fact-filter.ts';
import { readFacts, subjectEntry } from './fact-source.ts';
import { factRelation } from './fact-statements.ts';
import type { Freshness } from './freshness.ts';
import { compileFor, needsOf } from './rules.ts';

export interface DiffRequest {
  readonly subject: string;
  readonly before: Rule;
  readonly after: Rule;
  readonly asOf?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly everyone?: boolean;
}

export interface RuleDiff {
  /** How many the rules hold for, and how many of them both hold for. */
  readonly before: number;
  readonly after: number;
  readonly kept: number;
  readonly added: { readonly total: number; readonly ids: readonly string[] };
  readonly dropped: { readonly total: number; readonly ids: readonly string[] };
  readonly freshness: Freshness;
}

interface Row {
  before: number;
  after: number;
  kept: number;
  added: string[] | null;
  dropped: string[] | null;
}

/** Whom a changed rule adds and drops: who it holds for now and did not (or was unknown of), and the other way round. */
export async function diffRules(ctx: Ctx, request: DiffRequest): Promise<RuleDiff> {
  const { subject, before, after, page, pageSize } = request;
  const entry = subjectEntry(ctx, subject);
  return readFacts(ctx, needsOf(subject, [before, after], [], request.asOf), async (tx, source) => {
    const { joins, expressions } = compileFor([before, after], source.freshness.asOf);
    const ids = (where: 'b' | 'a') => sql`(select array_agg(t.subject_id order by t.subject_id) from (
      select subject_id from r where ${where === 'a' ? sql`a and not b` : sql`b and not a`}
      order by subject_id limit ${pageSize} offset ${(page - 1) * pageSize}) t)`;
    const { rows } = await sql<Row>`with ${source.relations},
      r as materialized (select s.subject_id, coalesce(${expressions[0]}, false) as b, coalesce(${expressions[1]}, false) as a
        from ${factRelation(subject)} s ${joins} where ${visibleSql(ctx, entry, request.everyone)})
      select count(*) filter (where b) as before, count(*) filter (where a) as after, count(*) filter (where a and b) as kept,
        ${ids('a')} as added, ${ids('b')} as dropped from r`.execute(tx);
    const row = rows[0] as Row;
    return {
      before: row.before,
      after: row.after,
      kept: row.kept,
      added: { total: row.after - row.kept, ids: row.added ?? [] },
      dropped: { total: row.before - row.kept, ids: row.dropped ?? [] },
    };
  });
}
