import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface RunRow {
  readonly id: string;
  readonly mode: 'full' | 'incremental';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly filings: number;
  readonly changed: number;
  readonly found: number;
  readonly appeared: number;
  readonly altered: number;
  readonly gone: number;
}

/** Searches, the latest first. */
export async function listRuns(db: Db, district: string, most: number): Promise<RunRow[]> {
  const { rows } =
    await sql<RunRow>`select id, mode, started_at as "startedAt", finished_at as "finishedAt", filings, changed, found, appeared,
      altered, gone from filing_supervision.run where district = ${district} order by started_at desc, id desc limit ${most}`.execute(
      db,
    );
  return rows;
}

export async function insertRun(
  tx: Tx,
  ctx: Ctx,
  run: Omit<RunRow, 'finishedAt'> & { finishedAt: Date },
): Promise<void> {
  await sql`insert into filing_supervision.run (district, id, mode, as_of, started_at, finished_at, filings, changed, found, appeared, altered, gone)
    values (${ctx.district}, ${run.id}, ${run.mode}, ${ctx.today}, ${run.startedAt}, ${run.finishedAt}, ${run.filings}, ${run.changed}, ${run.found},
      ${run.appeared}, ${run.altered}, ${run.gone})`.execute(tx);
}

/** What the last search read: key → hash. */
export async function listReadHashes(db: Db, district: string): Promise<Map<string, string>> {
  const { rows } = await sql<{
    key: string;
    hash: string;
  }>`select patent_key as key, hash from filing_supervision.read_filing where district = ${district}`.execute(db);
  return new Map(rows.map(({ key, hash }) => [key, hash]));
}

/** Notes what was read of what changed, and forgets what is no more. */
export async function noteRead(
  tx: Tx,
  district: string,
  changed: readonly { key: string; hash: string }[],
  vanished: readonly string[],
): Promise<void> {
  if (vanished.length > 0)
    await sql`delete from filing_supervision.read_filing where district = ${district} and patent_key = any(${vanished}::text[])`.execute(
      tx,
    );
  if (changed.length === 0) return;
  await sql`insert into filing_supervision.read_filing (district, patent_key, hash)
    select ${district}, d.key, d.hash from unnest(${changed.map((one) => one.key)}::text[], ${changed.map((one) => one.hash)}::text[]) as d(key, hash)
    on conflict (district, patent_key) do update set hash = excluded.hash`.execute(tx);
}
