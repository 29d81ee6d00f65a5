import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';

/** Says, inside the transaction that changes a register, that indexes over it are out of date once it commits. */
export async function bumpRegisterVersion(tx: Tx, district: string, register: string): Promise<void> {
  await sql`insert into platform.register_version (district, register, version) values (${district}, ${register}, 1)
    on conflict (district, register) do update set version = platform.register_version.version + 1, changed_at = now()`.execute(
    tx,
  );
}

/** One text that changes whenever any of the registers does. */
export async function registerVersions(db: Db, district: string, registers: readonly string[]): Promise<string> {
  const { rows } = await sql<{
    register: string;
    version: number;
  }>`select register, version from platform.register_version
    where district = ${district} and register = any(${registers}::text[]) order by register`.execute(db);
  return rows.map((row) => `${row.register}:${row.version}`).join(',');
}

/** When a register last changed; null when it never did. */
export async function registersChangedAt(
  db: Db,
  district: string,
  registers: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`select max(changed_at) as at from platform.register_version
    where district = ${district} and register = any(${registers}::text[])`.execute(db);
  return rows[0]?.at ?? null;
}
