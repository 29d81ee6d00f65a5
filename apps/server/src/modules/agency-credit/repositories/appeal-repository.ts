import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

interface Reviewed {
  readonly id: string;
  readonly event_ids: string[];
  readonly text: string;
  readonly by_name: string;
  readonly first_opinion: string | null;
  readonly first_supports: boolean | null;
  readonly first_on: string | null;
  readonly decision: string | null;
  readonly decided_on: string | null;
}
export interface ObjectionRow extends Reviewed {
  readonly received_on: string;
  readonly upheld: boolean | null;
}
export interface RepairRow extends Reviewed {
  readonly asked_on: string;
  readonly granted: boolean | null;
}

export async function listObjections(db: Db, district: string, evaluationId: string): Promise<ObjectionRow[]> {
  const { rows } =
    await sql<ObjectionRow>`select id, event_ids, text, by_name, first_opinion, first_supports, first_on, decision, decided_on,
      received_on, upheld from agency_credit.objection
    where district = ${district} and evaluation_id = ${evaluationId} order by id`.execute(db);
  return rows;
}

export async function listRepairs(db: Db, district: string, evaluationId: string): Promise<RepairRow[]> {
  const { rows } =
    await sql<RepairRow>`select id, event_ids, text, by_name, first_opinion, first_supports, first_on, decision, decided_on,
      asked_on, granted from agency_credit.repair
    where district = ${district} and evaluation_id = ${evaluationId} order by id`.execute(db);
  return rows;
}

interface Appeal {
  readonly evaluationId: string;
  readonly text: string;
  readonly eventIds: readonly string[];
}

export async function insertObjection(tx: Tx, ctx: Ctx, { evaluationId, text, eventIds }: Appeal): Promise<void> {
  await sql`insert into agency_credit.objection (district, id, evaluation_id, event_ids, text, received_on, by_name)
    values (${ctx.district}, ${uuidv7()}, ${evaluationId}, ${eventIds}::uuid[], ${text}, ${ctx.today}, ${ctx.actor.displayName})`.execute(
    tx,
  );
}

export async function insertRepair(tx: Tx, ctx: Ctx, { evaluationId, text, eventIds }: Appeal): Promise<void> {
  await sql`insert into agency_credit.repair (district, id, evaluation_id, event_ids, text, asked_on, by_name)
    values (${ctx.district}, ${uuidv7()}, ${evaluationId}, ${eventIds}::uuid[], ${text}, ${ctx.today}, ${ctx.actor.displayName})`.execute(
    tx,
  );
}

type Table = 'objection' | 'repair';

/** Notes the first review of the open objection or repair. */
export async function noteFirstReview(
  tx: Tx,
  ctx: Ctx,
  table: Table,
  {
    evaluationId,
    opinion,
    supports,
  }: { readonly evaluationId: string; readonly opinion: string; readonly supports: boolean },
): Promise<void> {
  await sql`update ${sql.table(`agency_credit.${table}`)} set first_opinion = ${opinion}, first_supports = ${supports}, first_on = ${ctx.today}
    where district = ${ctx.district} and evaluation_id = ${evaluationId} and decided_on is null`.execute(tx);
}

/** Decides the open objection or repair and returns it. */
export async function decideAppeal(
  tx: Tx,
  ctx: Ctx,
  table: Table,
  {
    evaluationId,
    decision,
    granted,
  }: { readonly evaluationId: string; readonly decision: string; readonly granted: boolean },
): Promise<{ readonly id: string; readonly event_ids: string[] } | undefined> {
  const verdict = table === 'objection' ? sql`upheld` : sql`granted`;
  const { rows } = await sql<{ id: string; event_ids: string[] }>`
    update ${sql.table(`agency_credit.${table}`)} set decision = ${decision}, ${verdict} = ${granted}, decided_on = ${ctx.today}
    where district = ${ctx.district} and evaluation_id = ${evaluationId} and decided_on is null returning id, event_ids`.execute(
    tx,
  );
  return rows[0];
}
