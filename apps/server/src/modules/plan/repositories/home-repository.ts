import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';

interface Waiting {
  readonly reviews: number;
  readonly doubtful: number;
  readonly previews: number;
}

/** What of the imports waits for somebody; these are the district's, a town sees none of them. */
export async function countWaiting(ctx: Ctx): Promise<Waiting> {
  const all = scopeFor(ctx, 'parties.party.read').kind === 'district';
  const { rows } = await sql<Waiting>`select
    (select count(*) from parties.mention where district = ${ctx.district} and decision = 'review' and ${all}) as reviews,
    (select coalesce(sum((counts->>'doubtful')::int), 0) from imports.import where district = ${ctx.district} and state = 'previewed' and ${all}) as doubtful,
    (select count(*) from imports.import where district = ${ctx.district} and state in ('previewed', 'recognised') and ${all}) as previews`.execute(
    ctx.db,
  );
  return rows[0] as Waiting;
}

/** Imports applied in the last `days` days. */
export async function recentImports(ctx: Ctx, days: number) {
  const { rows } = await sql<{ files: number; rows: number; toDecide: number; lastAt: string | null }>`
    select count(*) as files, coalesce(sum((counts->>'total')::bigint), 0) as rows,
      coalesce(sum((counts->>'doubtful')::bigint + coalesce((counts->>'refused')::bigint, 0)), 0) as "toDecide", max(committed_at) as "lastAt"
    from imports.import where district = ${ctx.district} and state = 'committed' and committed_at > ${ctx.now}::timestamptz - make_interval(days => ${days})`.execute(
    ctx.db,
  );
  return rows[0] as { files: number; rows: number; toDecide: number; lastAt: string | null };
}
