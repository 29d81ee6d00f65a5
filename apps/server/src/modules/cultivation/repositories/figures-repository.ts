import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { CAMPAIGN_READ } from '../cultivation.catalogue.ts';
import { overdueSql } from './target-repository.ts';
import { targetsWithin } from './target-scope.ts';

export interface Figures {
  readonly baseline: number;
  readonly late: number;
  readonly left: number;
  readonly targets: number;
  readonly contacted: number;
  readonly inProgress: number;
  readonly declined: number;
  readonly succeeded: number;
  readonly reverted: number;
  readonly overdue: number;
}

export const noFigures: Figures = {
  baseline: 0,
  late: 0,
  left: 0,
  targets: 0,
  contacted: 0,
  inProgress: 0,
  declined: 0,
  succeeded: 0,
  reverted: 0,
  overdue: 0,
};

const staying = sql`t.outcome is distinct from 'left'`;

const figures = (
  ctx: Ctx,
) => sql`count(*) filter (where not t.late) as baseline, count(*) filter (where t.late) as late,
  count(*) filter (where t.outcome = 'left') as "left", count(*) filter (where ${staying}) as targets,
  count(*) filter (where ${staying} and t.contacted_on is not null) as contacted,
  count(*) filter (where t.state = 'in-progress') as "inProgress", count(*) filter (where t.state = 'declined') as declined,
  count(*) filter (where t.state = 'succeeded') as succeeded, count(*) filter (where t.state = 'reverted') as reverted,
  count(*) filter (where ${overdueSql(ctx.today)}) as overdue`;

const source = (ctx: Ctx, campaignIds: readonly string[]) => sql`from cultivation.target t
  join cultivation.campaign c on c.district = t.district and c.id = t.campaign_id
  where t.district = ${ctx.district} and t.campaign_id = any(${campaignIds}::uuid[]) and ${targetsWithin(ctx, CAMPAIGN_READ)}`;

/** Figures of campaigns over the targets the actor may see; campaigns without any are missing. */
export async function figuresOf(
  db: Db,
  ctx: Ctx,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const { rows } = await sql<Figures & { id: string }>`select t.campaign_id as id, ${figures(ctx)}
    ${source(ctx, campaignIds)} group by 1`.execute(db);
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

export interface FiguresOfPart extends Figures {
  readonly town: string | null;
  readonly assignee: string | null;
}

/** Figures of one campaign by town and officer, over the targets the actor may see: one reading for all of its page. */
export async function figuresByPart(db: Db, ctx: Ctx, campaignId: string): Promise<FiguresOfPart[]> {
  const { rows } = await sql<FiguresOfPart>`select t.town_code as town, t.assignee_id as assignee, ${figures(ctx)}
    ${source(ctx, [campaignId])} group by 1, 2`.execute(db);
  return rows;
}

/** Sums of parts, by a key of theirs. */
export function sumFigures<K>(parts: readonly FiguresOfPart[], keyOf: (part: FiguresOfPart) => K): Map<K, Figures> {
  const sums = new Map<K, Figures>();
  for (const part of parts) {
    const sum: Record<string, number> = { ...(sums.get(keyOf(part)) ?? noFigures) };
    for (const key of Object.keys(noFigures) as (keyof Figures)[]) sum[key] = (sum[key] as number) + part[key];
    sums.set(keyOf(part), sum as unknown as Figures);
  }
  return sums;
}

/** Figures of the days on which they were read, oldest first, over the towns the actor may see. */
export async function listProgress(db: Db, ctx: Ctx, campaignId: string) {
  const { rows } = await sql<{ on: string; targets: number; succeeded: number; reverted: number }>`
    select t.on_day as "on", sum(t.targets)::int as targets, sum(t.succeeded)::int as succeeded, sum(t.reverted)::int as reverted
    from cultivation.progress t where t.district = ${ctx.district} and t.campaign_id = ${campaignId} and ${targetsWithin(ctx, CAMPAIGN_READ)}
    group by 1 order by 1`.execute(db);
  return rows;
}

/** How many targets that have not left were first reached on each day, oldest first. */
export async function listContactDays(db: Db, ctx: Ctx, campaignId: string) {
  const { rows } = await sql<{ on: string; count: number }>`select t.contacted_on as "on", count(*) as count
    ${source(ctx, [campaignId])} and ${staying} and t.contacted_on is not null group by 1 order by 1`.execute(db);
  return rows;
}

export async function accountNames(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from platform.user_account
    where district = ${district} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
