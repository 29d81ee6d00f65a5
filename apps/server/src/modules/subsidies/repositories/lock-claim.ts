import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

interface Locked {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly number: string;
}

/** Holds files of claims until the end of the transaction, always in the same order. */
export async function lockClaims(tx: Tx, district: string, ids: readonly string[]): Promise<Locked[]> {
  const { rows } = await sql<Locked>`select id, state, version, number from procedures.file
    where district = ${district} and id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  return rows;
}

export async function lockClaim(tx: Tx, district: string, id: string): Promise<Locked> {
  const [locked] = await lockClaims(tx, district, [id]);
  if (locked === undefined) throw new RangeError(`claim ${id} is gone`);
  return locked;
}
