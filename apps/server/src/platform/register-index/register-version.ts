import { sql } from 'kysely';
import type { Db, Tx } from '../database/database.ts';

/**
 * Says, inside the transaction that changes a register, that indexes over it are out of date once it commits.
 * @returns the version it will have then; until then no other transaction gets the next one
 */
export async function bumpRegisterVersion(tx: Tx, district: string, register: string): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`insert into platform.register_version (district, register, version) values (${district}, ${register}, 1)
    on conflict (district, register) do update set version = platform.register_version.version + 1, changed_at = now()
    returning version`.execute(tx);
  return rows[0]?.version ?? 0;
}

/** Version of one register; nought before its first change. */
export async function registerVersion(db: Db, district: string, register: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from platform.register_version
    where district = ${district} and register = ${register}`.execute(db);
  return rows[0]?.version ?? 0;
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
