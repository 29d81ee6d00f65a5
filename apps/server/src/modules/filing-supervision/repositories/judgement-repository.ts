import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { JudgedCounts } from '../domain/learn.ts';

export type Verdict = 'confirmed' | 'explained' | 'unsure';

export interface JudgementRow {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly filings: string[];
  readonly judgedBy: string;
  readonly judgedAt: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** Everything ever said of a signal, newest first. */
export async function listJudgements(db: Db, district: string, signalId: string): Promise<JudgementRow[]> {
  const { rows } =
    await sql<JudgementRow>`select id, verdict, reason, filings, judged_by_name as "judgedBy", judged_at as "judgedAt",
      withdrawn_by_name as "withdrawnBy", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
    from filing_supervision.judgement where district = ${district} and signal_id = ${signalId} order by judged_at desc, id desc`.execute(
      db,
    );
  return rows;
}

export async function insertJudgement(
  tx: Tx,
  ctx: Ctx,
  row: {
    id: string;
    signalId: string;
    kind: string;
    verdict: Verdict;
    reason: string;
    filings: readonly string[];
    evidenceHash: string;
    strength: number;
  },
): Promise<void> {
  await sql`insert into filing_supervision.judgement (district, id, signal_id, kind, verdict, reason, filings, evidence_hash, strength, judged_by,
      judged_by_name, judged_at)
    values (${ctx.district}, ${row.id}, ${row.signalId}, ${row.kind}, ${row.verdict}, ${row.reason}, ${[...row.filings]}::text[], ${row.evidenceHash},
      ${row.strength}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

/** Takes back what stands of a signal; undefined when nothing does. */
export async function withdrawStanding(
  tx: Tx,
  ctx: Ctx,
  signalId: string,
  reason: string,
): Promise<{ id: string; verdict: Verdict } | undefined> {
  const { rows } = await sql<{ id: string; verdict: Verdict }>`
    update filing_supervision.judgement set withdrawn_at = ${ctx.now}, withdrawn_by_name = ${ctx.actor.displayName}, withdrawn_reason = ${reason}
    where district = ${ctx.district} and signal_id = ${signalId} and withdrawn_at is null returning id, verdict`.execute(
    tx,
  );
  return rows[0];
}

/** Standing judgements by kind of signal. */
export async function countJudged(db: Db, district: string): Promise<Map<string, JudgedCounts>> {
  const { rows } = await sql<JudgedCounts & { kind: string }>`
    select kind, count(*) filter (where verdict = 'confirmed')::int as confirmed, count(*) filter (where verdict = 'explained')::int as explained,
      count(*) filter (where verdict = 'unsure')::int as unsure
    from filing_supervision.judgement where district = ${district} and withdrawn_at is null group by kind`.execute(db);
  return new Map(rows.map(({ kind, ...counts }) => [kind, counts]));
}
