import { sql } from 'kysely';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface HistoryEntry {
  readonly campaignId: string;
  readonly targetId: string | null;
  readonly kind: string;
  /** Day of the facts it was read from, or of the act. */
  readonly on: string;
  readonly text: string;
  readonly evidence?: unknown;
}

/** Appends what happened; the actor is that of `ctx`, the system itself for what is read from the registers. */
export async function writeHistory(tx: Tx, ctx: Ctx, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(
    entries.map(({ campaignId, targetId, kind, on, text, evidence }) => ({
      campaign_id: campaignId,
      target_id: targetId,
      kind,
      on_day: on,
      text,
      evidence: evidence ?? null,
    })),
  );
  await sql`insert into cultivation.history (district, campaign_id, target_id, kind, on_day, at, actor_name, text, evidence)
    select ${ctx.district}, e.campaign_id, e.target_id, e.kind, e.on_day, ${ctx.now}, ${ctx.actor.displayName}, e.text, e.evidence
    from jsonb_to_recordset(${rows}::jsonb) as e(campaign_id uuid, target_id uuid, kind text, on_day date, text text, evidence jsonb)`.execute(
    tx,
  );
}

/** What a row says, with the day of the facts where that is not the day of writing. */
export function toHistoryLine(row: HistoryRow): { at: string; actor: string; text: string } {
  const said = chinaDay(new Date(row.at)) === row.on_day || row.kind === 'visited' || row.kind === 'started';
  return { at: row.at, actor: row.actor_name, text: said ? row.text : `${row.text}（统计日 ${row.on_day}）` };
}

export interface HistoryRow {
  readonly seq: number;
  readonly kind: string;
  readonly on_day: string;
  readonly at: string;
  readonly actor_name: string;
  readonly text: string;
}

/** Latest day first. */
export async function listCampaignHistory(db: Db, district: string, campaignId: string, limit: number) {
  const { rows } = await sql<HistoryRow>`select seq, kind, on_day, at, actor_name, text from cultivation.history
    where district = ${district} and campaign_id = ${campaignId} and target_id is null order by on_day desc, seq desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** In order of the days they are of; what was read of days gone by stands where it belongs. */
export async function listTargetHistory(db: Db, district: string, targetId: string) {
  const { rows } = await sql<HistoryRow>`select seq, kind, on_day, at, actor_name, text from cultivation.history
    where district = ${district} and target_id = ${targetId} order by on_day, seq`.execute(db);
  return rows;
}
