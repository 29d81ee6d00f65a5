import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ReviewRow {
  readonly project_id: string;
  readonly expert_id: string;
  readonly expert: string;
  readonly employer: string;
  readonly state: 'assigned' | 'scored' | 'withdrawn';
  readonly points: Readonly<Record<string, number>> | null;
  readonly total: number | null;
  readonly comment: string | null;
  readonly assigned_at: string;
  readonly scored_at: string | null;
  readonly entered_by: string | null;
  readonly withdrawn_reason: string | null;
}

const columns = sql`r.project_id, r.expert_id, e.name as expert, e.employer, r.state, r.points, r.total, r.comment, r.assigned_at,
  r.scored_at, r.entered_by, r.withdrawn_reason`;
const source = sql`programs.review r join programs.expert e on e.district = r.district and e.id = r.expert_id`;

/** Reviews of projects, in the order experts were assigned. */
export async function listReviews(db: Db, district: string, projectIds: readonly string[]): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`select ${columns} from ${source}
    where r.district = ${district} and r.project_id = any(${projectIds}::uuid[])
    order by r.project_id, r.assigned_at, r.expert_id`.execute(db);
  return rows;
}

export async function insertReview(tx: Tx, ctx: Ctx, projectId: string, expertId: string): Promise<void> {
  await sql`insert into programs.review (district, project_id, expert_id, state, assigned_by, assigned_at)
    values (${ctx.district}, ${projectId}, ${expertId}, 'assigned', ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function withdrawReview(
  tx: Tx,
  district: string,
  at: { readonly projectId: string; readonly expertId: string; readonly reason: string },
): Promise<void> {
  await sql`update programs.review set state = 'withdrawn', withdrawn_reason = ${at.reason}
    where district = ${district} and project_id = ${at.projectId} and expert_id = ${at.expertId}`.execute(tx);
}

export async function saveScores(
  tx: Tx,
  ctx: Ctx,
  at: {
    readonly projectId: string;
    readonly expertId: string;
    readonly points: Readonly<Record<string, number>>;
    readonly total: number;
    readonly comment: string | null;
  },
): Promise<void> {
  await sql`update programs.review set state = 'scored', points = ${JSON.stringify(at.points)}, total = ${at.total}, comment = ${at.comment},
      scored_at = ${ctx.now}, entered_by = ${ctx.actor.displayName}
    where district = ${ctx.district} and project_id = ${at.projectId} and expert_id = ${at.expertId}`.execute(tx);
}

/** Which of some actions a person took on a file: who checked an application does not organise its review. */
export async function findOwnAction(
  db: Db,
  ctx: Ctx,
  fileId: string,
  actions: readonly string[],
): Promise<string | undefined> {
  if (ctx.actor.userId === null) return undefined;
  const { rows } = await sql<{ action: string }>`select action from procedures.action_log
    where district = ${ctx.district} and file_id = ${fileId} and actor_id = ${ctx.actor.userId} and action = any(${actions}::text[])
    order by seq limit 1`.execute(db);
  return rows[0]?.action;
}

/** Projects that any of some experts was assigned to, the newest first. */
export async function reviewedProjects(
  db: Db,
  district: string,
  expertIds: readonly string[],
): Promise<{ readonly id: string; readonly title: string; readonly call: string }[]> {
  const { rows } = await sql<{ id: string; title: string; call: string }>`select p.id, p.title, c.title as call
    from programs.project p join programs.call c on c.district = p.district and c.id = p.call_id
    where p.district = ${district} and exists (select 1 from programs.review r
      where r.district = p.district and r.project_id = p.id and r.expert_id = any(${expertIds}::uuid[]))
    order by p.created_at desc, p.id`.execute(db);
  return rows;
}
