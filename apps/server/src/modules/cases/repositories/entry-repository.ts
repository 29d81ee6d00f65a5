import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseEntryRow, DecisionRow } from '../domain/case-types.ts';

export async function listEntries(db: Db, district: string, caseId: string): Promise<readonly CaseEntryRow[]> {
  const { rows } =
    await sql<CaseEntryRow>`select seq, kind, on_day as "on", data, at, by_name as "by", back_dated_reason as "backDatedReason"
    from cases.entry where district = ${district} and case_id = ${caseId} order by seq`.execute(db);
  return rows;
}

export interface NewEntry {
  readonly kind: string;
  readonly on: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly backDatedReason?: string | null;
}

/** Appends to what was recorded of a case; the row of the case must be locked. Returns its number. */
export async function appendEntry(tx: Tx, ctx: Ctx, caseId: string, entry: NewEntry): Promise<number> {
  const { rows } = await sql<{
    seq: number;
  }>`insert into cases.entry (district, case_id, seq, kind, on_day, data, at, by_id, by_name, back_dated_reason)
    select ${ctx.district}, ${caseId}, coalesce(max(seq), 0) + 1, ${entry.kind}, ${entry.on}, ${JSON.stringify(entry.data)}::jsonb, ${ctx.now},
      ${ctx.actor.userId}, ${ctx.actor.displayName}, ${entry.backDatedReason ?? null}
    from cases.entry where district = ${ctx.district} and case_id = ${caseId} returning seq`.execute(tx);
  return rows[0]?.seq as number;
}

const DECISION = sql`seq, kind, decided_on as "decidedOn", warning, fine_fen as "fineFen", confiscated_fen as "confiscatedFen",
  confiscated_goods as "confiscatedGoods", other, ground, reasons, range_min_fen as "rangeMinFen", range_max_fen as "rangeMaxFen",
  to_organisation as "toOrganisation", decided_by_name as "decidedBy", paper_no as "paperNo", served_on as "servedOn",
  superseded_reason as "supersededReason"`;

export async function listDecisions(db: Db, district: string, caseId: string): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`select ${DECISION} from cases.decision
    where district = ${district} and case_id = ${caseId} order by seq desc`.execute(db);
  return rows;
}

/** The decision in force. */
export async function findDecision(db: Db, district: string, caseId: string): Promise<DecisionRow | undefined> {
  return (await listDecisions(db, district, caseId)).find(({ supersededReason }) => supersededReason === null);
}

export type NewDecision = Omit<DecisionRow, 'seq' | 'decidedBy' | 'paperNo' | 'servedOn' | 'supersededReason'> & {
  readonly law: unknown;
};

export async function insertDecision(tx: Tx, ctx: Ctx, caseId: string, one: NewDecision): Promise<void> {
  await sql`insert into cases.decision (district, case_id, seq, kind, decided_on, warning, fine_fen, confiscated_fen, confiscated_goods, other, ground,
      reasons, law, range_min_fen, range_max_fen, to_organisation, decided_by_name)
    select ${ctx.district}, ${caseId}, coalesce(max(seq), 0) + 1, ${one.kind}, ${one.decidedOn}, ${one.warning}, ${one.fineFen}, ${one.confiscatedFen},
      ${one.confiscatedGoods}, ${one.other}, ${one.ground}, ${one.reasons}, ${one.law === null ? null : JSON.stringify(one.law)}::jsonb,
      ${one.rangeMinFen}, ${one.rangeMaxFen}, ${one.toOrganisation}, ${ctx.actor.displayName}
    from cases.decision where district = ${ctx.district} and case_id = ${caseId}`.execute(tx);
}

export async function supersedeDecision(tx: Tx, district: string, caseId: string, reason: string): Promise<void> {
  await sql`update cases.decision set superseded_reason = ${reason}
    where district = ${district} and case_id = ${caseId} and superseded_reason is null`.execute(tx);
}

export async function noteDecisionPaper(
  tx: Tx,
  district: string,
  caseId: string,
  change: { readonly servedOn?: string; readonly paperNo?: string },
): Promise<void> {
  await sql`update cases.decision set served_on = coalesce(${change.servedOn ?? null}::date, served_on),
      paper_no = coalesce(${change.paperNo ?? null}, paper_no)
    where district = ${district} and case_id = ${caseId} and superseded_reason is null`.execute(tx);
}

export interface ReadingRow {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly cause: string;
  readonly businessFen: number;
  readonly gainFen: number | null;
  readonly hit: boolean;
  readonly readings: unknown;
}

export async function listReadings(db: Db, district: string, caseId: string): Promise<readonly ReadingRow[]> {
  const { rows } =
    await sql<ReadingRow>`select seq, read_at as at, read_by_name as "by", cause, business_fen as "businessFen", gain_fen as "gainFen",
      hit, readings from cases.threshold_reading where district = ${district} and case_id = ${caseId} order by seq desc limit 50`.execute(
      db,
    );
  return rows;
}

export async function appendReading(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  one: Pick<ReadingRow, 'cause' | 'businessFen' | 'gainFen' | 'hit' | 'readings'>,
): Promise<void> {
  await sql`insert into cases.threshold_reading (district, case_id, seq, read_at, read_by_name, cause, business_fen, gain_fen, readings, hit)
    select ${ctx.district}, ${caseId}, coalesce(max(seq), 0) + 1, ${ctx.now}, ${ctx.actor.displayName}, ${one.cause}, ${one.businessFen}, ${one.gainFen},
      ${JSON.stringify(one.readings)}::jsonb, ${one.hit}
    from cases.threshold_reading where district = ${ctx.district} and case_id = ${caseId}`.execute(tx);
}
