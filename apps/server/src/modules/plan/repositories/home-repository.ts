import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';

interface Waiting {
  readonly lapsing: number;
  readonly dueSoon: number;
  readonly inGrace: number;
  readonly reviews: number;
  readonly doubtful: number;
  readonly previews: number;
}

/** What waits for somebody, within the actor's towns. `days`: how far ahead annuities are shown. */
export async function countWaiting(ctx: Ctx, days: number): Promise<Waiting> {
  const scope = scopeFor(ctx, 'parties.party.read');
  const within =
    scope.kind === 'district'
      ? sql`true`
      : sql`(p.town_code = any(${scope.towns}::text[]) or p.id = any(${scope.parties}::uuid[]))`;
  const patents = sql`from ip_rights.patent r join ip_rights.patent_period s on s.district = r.district and s.patent_id = r.id
    and s.status = 'granted' and s.valid_from <= ${ctx.today} and (s.valid_to is null or s.valid_to >= ${ctx.today})
    where r.district = ${ctx.district} and exists (select 1 from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      join parties.party p on p.district = m.district and p.id = m.party_id where h.district = r.district and h.patent_id = r.id and ${within})`;
  const marks = sql`from ip_rights.trademark r join ip_rights.trademark_period s on s.district = r.district and s.trademark_id = r.id
    and s.status = 'grace' and s.valid_from <= ${ctx.today} and (s.valid_to is null or s.valid_to >= ${ctx.today})
    where r.district = ${ctx.district} and exists (select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      join parties.party p on p.district = m.district and p.id = m.party_id where h.district = r.district and h.trademark_id = r.id and ${within})`;
  const { rows } = await sql<Waiting>`select
    (select count(*) ${patents} and r.next_due_on < ${ctx.today}) as lapsing,
    (select count(*) ${patents} and r.next_due_on >= ${ctx.today} and r.next_due_on < ${ctx.today}::date + ${days}::int) as "dueSoon",
    (select count(*) ${marks}) as "inGrace",
    (select count(*) from parties.mention where district = ${ctx.district} and decision = 'review' and ${scope.kind === 'district'}) as reviews,
    (select coalesce(sum((counts->>'doubtful')::int), 0) from imports.import where district = ${ctx.district} and state = 'previewed' and ${scope.kind === 'district'}) as doubtful,
    (select count(*) from imports.import where district = ${ctx.district} and state in ('previewed', 'recognised') and ${scope.kind === 'district'}) as previews`.execute(
    ctx.db,
  );
  return rows[0] as Waiting;
}

/** Imports applied in the last 30 days. */
export async function recentImports(ctx: Ctx) {
  const { rows } = await sql<{ files: number; rows: number; toDecide: number; lastAt: string | null }>`
    select count(*) as files, coalesce(sum((counts->>'total')::bigint), 0) as rows,
      coalesce(sum((counts->>'doubtful')::bigint + coalesce((counts->>'refused')::bigint, 0)), 0) as "toDecide", max(committed_at) as "lastAt"
    from imports.import where district = ${ctx.district} and state = 'committed' and committed_at > ${ctx.now}::timestamptz - interval '30 days'`.execute(
    ctx.db,
  );
  return rows[0] as { files: number; rows: number; toDecide: number; lastAt: string | null };
}
