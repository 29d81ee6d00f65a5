import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { HashTree } from '../domain/hash-tree.ts';

/** Notes hashes that are kept now; one that is noted already stands in its own capture. */
export async function addLeaves(tx: Tx, ctx: Ctx, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await sql`insert into trademark_watch.capture_leaf (district, sha256, kept_at)
    select ${ctx.district}, h, ${ctx.services.clock.now()} from unnest(${[...new Set(hashes)]}::text[]) as h on conflict do nothing`.execute(
    tx,
  );
}

export async function takeOpenLeaves(tx: Tx, district: string, most: number): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string;
  }>`select sha256 from trademark_watch.capture_leaf where district = ${district} and capture_id is null
    order by kept_at, sha256 limit ${most} for update skip locked`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}

export async function insertCapture(tx: Tx, ctx: Ctx, hashes: readonly string[], tree: HashTree): Promise<void> {
  const id = uuidv7();
  await sql`insert into trademark_watch.capture (district, id, root, leaves, sealed_at)
    values (${ctx.district}, ${id}, ${tree.root}, ${hashes.length}, ${ctx.services.clock.now()})`.execute(tx);
  await sql`update trademark_watch.capture_leaf l set capture_id = ${id}, path = coalesce(string_to_array(nullif(t.path, ''), ' '), '{}')
    from unnest(${[...hashes]}::text[], ${tree.paths.map((path) => path.join(' '))}::text[]) as t(sha256, path)
    where l.district = ${ctx.district} and l.sha256 = t.sha256`.execute(tx);
}

export async function listUnstamped(db: Db, district: string): Promise<{ id: string; root: string }[]> {
  const { rows } = await sql<{ id: string; root: string }>`select id, root from trademark_watch.capture
    where district = ${district} and token is null order by sealed_at`.execute(db);
  return rows;
}

export async function countOpen(db: Db, district: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from trademark_watch.capture_leaf
    where district = ${district} and capture_id is null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Where a kept hash stands: in no capture yet, sealed under a root, or stamped. */
export interface ProofRow {
  readonly sha256: string;
  readonly kept_at: string;
  readonly path: readonly string[];
  readonly capture_id: string | null;
  readonly root: string | null;
  readonly leaves: number | null;
  readonly sealed_at: string | null;
  readonly token: Buffer | null;
  readonly stamped_at: string | null;
  readonly authority: string | null;
  readonly trusted: boolean | null;
}

export async function listProofs(
  db: Db,
  district: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ProofRow>> {
  const { rows } =
    await sql<ProofRow>`select l.sha256, l.kept_at, l.path, l.capture_id, c.root, c.leaves, c.sealed_at, c.token, c.stamped_at,
      c.authority, c.trusted
    from trademark_watch.capture_leaf l left join trademark_watch.capture c on c.district = l.district and c.id = l.capture_id
    where l.district = ${district} and l.sha256 = any(${[...hashes]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.sha256, row]));
}
