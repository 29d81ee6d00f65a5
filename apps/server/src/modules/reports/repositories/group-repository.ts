import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface GroupRow {
  readonly id: string;
  readonly openedAt: string;
  readonly state: 'open' | 'released' | 'set-aside';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly reports: number;
  readonly papers: number;
  readonly lastAt: string;
  readonly kinds: readonly string[];
  readonly subjects: readonly string[];
}

/** The open group of a sender; made if there is none. */
export async function openGroupOf(tx: Tx, ctx: Ctx, senderKeys: readonly string[]): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from reports.held_group where district = ${ctx.district}
    and sender_key = any(${[...senderKeys]}::text[]) and state = 'open' order by opened_at limit 1 for update`.execute(
    tx,
  );
  if (rows[0] !== undefined) return rows[0].id;
  const id = uuidv7();
  await sql`insert into reports.held_group (district, id, sender_key, opened_at) values (${ctx.district}, ${id}, ${senderKeys[0]},
    ${ctx.now})`.execute(tx);
  return id;
}

const SUMMARY = sql`g.id, g.opened_at as "openedAt", g.state, g.decided_by_name as "decidedBy", g.decided_at as "decidedAt", g.reason,
  s.reports, s.papers, s.last_at as "lastAt", s.kinds, s.subjects`;
const FROM = sql`reports.held_group g cross join lateral (select count(*)::int as reports, max(r.received_at) as last_at,
    array_agg(distinct r.kind) as kinds, (array_agg(distinct r.subject_name))[1:5] as subjects,
    (select count(*)::int from reports.attachment a join reports.report p on p.district = a.district and p.id = a.report_id
      where p.district = g.district and p.group_id = g.id) as papers
  from reports.report r where r.district = g.district and r.group_id = g.id) s`;

export async function listGroups(
  db: Db,
  district: string,
  query: { readonly open: boolean | undefined; readonly size: number; readonly skip: number },
): Promise<{ rows: GroupRow[]; total: number }> {
  const where = sql`g.district = ${district} ${query.open === undefined ? sql`` : query.open ? sql`and g.state = 'open'` : sql`and g.state <> 'open'`}`;
  const { rows } = await sql<GroupRow>`select ${SUMMARY} from ${FROM} where ${where} order by g.opened_at desc, g.id
    limit ${query.size} offset ${query.skip}`.execute(db);
  const total = await sql<{ n: number }>`select count(*)::int as n from reports.held_group g where ${where}`.execute(
    db,
  );
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findGroup(db: Db, district: string, id: string): Promise<GroupRow | undefined> {
  const { rows } =
    await sql<GroupRow>`select ${SUMMARY} from ${FROM} where g.district = ${district} and g.id = ${id}`.execute(db);
  return rows[0];
}

/** Locks the group for the decision. */
export async function lockGroup(tx: Tx, district: string, id: string): Promise<Pick<GroupRow, 'state'> | undefined> {
  const { rows } = await sql<
    Pick<GroupRow, 'state'>
  >`select state from reports.held_group where district = ${district} and id = ${id}
    for update`.execute(tx);
  return rows[0];
}

export async function decideGroup(
  tx: Tx,
  ctx: Ctx,
  id: string,
  decision: { readonly state: 'released' | 'set-aside'; readonly reason: string },
): Promise<void> {
  await sql`update reports.held_group set state = ${decision.state}, reason = ${decision.reason}, decided_by = ${ctx.actor.userId},
      decided_by_name = ${ctx.actor.displayName}, decided_at = ${ctx.now}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}
