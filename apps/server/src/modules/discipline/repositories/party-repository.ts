import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly town_code: string | null;
}

export async function findParty(db: Db, district: string, id: string): Promise<PartyRow | undefined> {
  const { rows } = await sql<PartyRow>`select p.id, p.name, p.uscc, p.town_code from parties.party p
    where p.district = ${district} and p.id = ${id}`.execute(db);
  return rows[0];
}
