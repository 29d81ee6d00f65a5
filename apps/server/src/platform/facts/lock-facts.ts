import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

const key = (what: string) => sql`hashtextextended(${`facts:${what}`}, 0)`;

/** One refresh of a district at a time, and none while the tables change. Held until the transaction ends. */
export async function lockFacts(tx: Tx, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${key('tables')})`.execute(tx);
  await sql`select pg_advisory_xact_lock(${key(district)})`.execute(tx);
}

/** Nobody refreshes, and nobody else changes the tables, until the transaction ends. */
export async function lockFactTables(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key('tables')})`.execute(tx);
}
