import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** A GI or an international registration as the inventory counts it; there are few, so they are read whole. */
export interface OtherRight {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  /** First day of the right; null when the files do not say. */
  readonly from_on: string | null;
  readonly to_on: string | null;
  readonly channel: string | null;
  readonly party_id: string | null;
}

export async function listGiRights(db: Db, district: string): Promise<OtherRight[]> {
  const { rows } =
    await sql<OtherRight>`select id, name, notice_no as number, approved_on as from_on, null as to_on, channel, null as party_id
    from ip_rights.gi where district = ${district} order by name`.execute(db);
  return rows;
}

export async function listMadridRights(db: Db, district: string): Promise<OtherRight[]> {
  const { rows } =
    await sql<OtherRight>`select r.id, r.name, r.ir_no as number, r.registered_on as from_on, r.expires_on as to_on, null as channel, m.party_id
    from ip_rights.madrid r left join parties.mention m on m.district = r.district and m.id = r.mention_id
    where r.district = ${district} order by r.registered_on desc nulls last, r.id`.execute(db);
  return rows;
}
