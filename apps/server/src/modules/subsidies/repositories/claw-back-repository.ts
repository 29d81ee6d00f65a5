import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface Instalment {
  readonly dueOn: string;
  readonly amountFen: number;
}

export interface ClawBackRow {
  readonly id: string;
  readonly claimId: string;
  readonly decisionNo: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly reason:
    | 'false-material'
    | 'claimed-twice'
    | 'abnormal-filing'
    | 'not-accepted-project'
    | 'moved-out-early'
    | 'other';
  readonly statement: string;
  readonly amountFen: number;
  readonly instalments: readonly Instalment[];
  readonly dishonesty: boolean;
  readonly banYears: number;
  readonly settledOn: string | null;
}

export async function findClawBack(db: Db, district: string, claimId: string): Promise<ClawBackRow | undefined> {
  const { rows } =
    await sql<ClawBackRow>`select id, claim_id as "claimId", decision_no as "decisionNo", decided_on as "decidedOn",
      decided_by_name as "decidedBy", reason, statement, amount_fen as "amountFen", instalments, dishonesty, ban_years as "banYears",
      settled_on as "settledOn"
    from subsidies.claw_back where district = ${district} and claim_id = ${claimId}`.execute(db);
  return rows[0];
}

export async function isDecisionNoTaken(db: Db, district: string, decisionNo: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from subsidies.claw_back where district = ${district} and decision_no = ${decisionNo}`.execute(
      db,
    );
  return rows.length > 0;
}

export async function insertClawBack(
  tx: Tx,
  ctx: Ctx,
  one: Omit<ClawBackRow, 'decidedOn' | 'decidedBy' | 'settledOn'>,
): Promise<void> {
  await sql`insert into subsidies.claw_back (district, id, claim_id, decision_no, decided_on, decided_by_name, reason, statement, amount_fen,
      instalments, dishonesty, ban_years)
    values (${ctx.district}, ${one.id}, ${one.claimId}, ${one.decisionNo}, ${ctx.today}, ${ctx.actor.displayName}, ${one.reason},
      ${one.statement}, ${one.amountFen}, ${JSON.stringify(one.instalments)}, ${one.dishonesty}, ${one.banYears})`.execute(
    tx,
  );
}

export async function settleClawBack(tx: Tx, district: string, claimId: string, on: string): Promise<void> {
  await sql`update subsidies.claw_back set settled_on = ${on} where district = ${district} and claim_id = ${claimId}`.execute(
    tx,
  );
}

export interface SpotCheckRow {
  readonly on: string;
  readonly by: string;
  readonly result: 'pass' | 'problem';
  readonly findings: string;
}

export async function listSpotChecks(db: Db, district: string, claimId: string): Promise<SpotCheckRow[]> {
  const { rows } =
    await sql<SpotCheckRow>`select on_day as "on", actor_name as "by", result, findings from subsidies.spot_check
    where district = ${district} and claim_id = ${claimId} order by on_day, id`.execute(db);
  return rows;
}

export async function insertSpotCheck(
  tx: Tx,
  ctx: Ctx,
  one: {
    readonly id: string;
    readonly claimId: string;
    readonly result: 'pass' | 'problem';
    readonly findings: string;
  },
): Promise<void> {
  await sql`insert into subsidies.spot_check (district, id, claim_id, on_day, actor_name, result, findings)
    values (${ctx.district}, ${one.id}, ${one.claimId}, ${ctx.today}, ${ctx.actor.displayName}, ${one.result}, ${one.findings})`.execute(
    tx,
  );
}
