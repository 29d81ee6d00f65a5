import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ObjectionRow {
  readonly id: string;
  readonly by_name: string | null;
  readonly text: string;
  readonly received_on: string;
  readonly answer: string | null;
  readonly upheld: boolean | null;
  readonly answered_on: string | null;
}
export interface ChangeRow {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly proposal: string;
  readonly term_to: string | null;
  readonly asked_on: string;
  readonly decision: 'approved' | 'refused' | null;
  readonly decided_on: string | null;
  readonly decision_note: string | null;
  readonly applied_on: string | null;
}

export async function listObjections(db: Db, district: string, projectId: string): Promise<ObjectionRow[]> {
  const { rows } =
    await sql<ObjectionRow>`select id, by_name, text, received_on, answer, upheld, answered_on from programs.objection
    where district = ${district} and project_id = ${projectId} order by received_on desc, id desc`.execute(db);
  return rows;
}

export async function insertObjection(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  objection: { readonly by: string | null; readonly text: string },
): Promise<void> {
  await sql`insert into programs.objection (district, id, project_id, by_name, text, received_on)
    values (${ctx.district}, ${uuidv7()}, ${projectId}, ${objection.by}, ${objection.text}, ${ctx.today})`.execute(tx);
}

export async function answerObjections(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  { answer, upheld }: { readonly answer: string; readonly upheld: boolean },
): Promise<void> {
  await sql`update programs.objection set answer = ${answer}, upheld = ${upheld}, answered_on = ${ctx.today},
      answered_by = ${ctx.actor.displayName}
    where district = ${ctx.district} and project_id = ${projectId} and answer is null`.execute(tx);
}

export async function listChanges(db: Db, district: string, projectId: string): Promise<ChangeRow[]> {
  const { rows } =
    await sql<ChangeRow>`select id, kind, reason, proposal, term_to, asked_on, decision, decided_on, decision_note, applied_on
    from programs.change where district = ${district} and project_id = ${projectId} order by asked_on desc, id desc`.execute(
      db,
    );
  return rows;
}

export async function insertChange(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  change: { readonly kind: string; readonly reason: string; readonly proposal: string; readonly termTo: string | null },
): Promise<void> {
  await sql`insert into programs.change (district, id, project_id, kind, reason, proposal, term_to, asked_on, asked_by)
    values (${ctx.district}, ${uuidv7()}, ${projectId}, ${change.kind}, ${change.reason}, ${change.proposal}, ${change.termTo},
      ${ctx.today}, ${ctx.actor.displayName})`.execute(tx);
}

/** Decides the change that is open; the one it was, or undefined when none is. */
export async function decideChange(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  { decision, note }: { readonly decision: 'approved' | 'refused'; readonly note: string | null },
): Promise<ChangeRow | undefined> {
  const { rows } = await sql<ChangeRow>`update programs.change set decision = ${decision}, decided_on = ${ctx.today},
      decided_by = ${ctx.actor.displayName}, decision_note = ${note}
    where district = ${ctx.district} and project_id = ${projectId} and decision is null
    returning id, kind, reason, proposal, term_to, asked_on, decision, decided_on, decision_note, applied_on`.execute(
    tx,
  );
  return rows[0];
}

export async function lockChange(
  tx: Tx,
  district: string,
  projectId: string,
  id: string,
): Promise<Pick<ChangeRow, 'kind' | 'decision' | 'applied_on'> | undefined> {
  const { rows } = await sql<Pick<ChangeRow, 'kind' | 'decision' | 'applied_on'>>`select kind, decision, applied_on
    from programs.change where district = ${district} and project_id = ${projectId} and id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

/** Notes that an approved change was carried out, with what stood before. */
export async function noteApplied(tx: Tx, ctx: Ctx, id: string, before: unknown): Promise<void> {
  await sql`update programs.change set applied_on = ${ctx.today}, applied_by = ${ctx.actor.displayName},
      before = ${JSON.stringify(before)} where district = ${ctx.district} and id = ${id}`.execute(tx);
}
