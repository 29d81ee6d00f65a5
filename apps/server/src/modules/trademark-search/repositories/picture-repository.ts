import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface MarkPicture {
  readonly country: string;
  readonly registration_no: string;
  readonly sha256: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly file_name: string;
  readonly vienna: string[];
  readonly added_by_name: string;
  readonly added_at: string;
}
export interface Registration {
  readonly country: string;
  readonly registrationNo: string;
}

const COLUMNS = sql`country, registration_no, sha256, size, width, height, file_name, vienna, added_by_name, added_at`;

export async function listPictures(db: Db, district: string): Promise<MarkPicture[]> {
  const { rows } = await sql<MarkPicture>`select ${COLUMNS} from trademark_search.mark_picture
    where district = ${district} order by country, registration_no`.execute(db);
  return rows;
}

export async function findPicture(
  db: Db | Tx,
  district: string,
  { country, registrationNo }: Registration,
): Promise<MarkPicture | undefined> {
  const { rows } = await sql<MarkPicture>`select ${COLUMNS} from trademark_search.mark_picture
    where district = ${district} and country = ${country} and registration_no = ${registrationNo}`.execute(db);
  return rows[0];
}

export interface NewPicture extends Omit<MarkPicture, 'added_at'> {
  readonly added_by: string | null;
  readonly added_at: Date;
}

/** In the place of an earlier one. */
export async function putPicture(tx: Tx, district: string, one: NewPicture): Promise<void> {
  await sql`insert into trademark_search.mark_picture
      (district, country, registration_no, sha256, size, width, height, file_name, vienna, added_by, added_by_name, added_at)
    values (${district}, ${one.country}, ${one.registration_no}, ${one.sha256}, ${one.size}, ${one.width}, ${one.height},
      ${one.file_name}, ${one.vienna}::text[], ${one.added_by}, ${one.added_by_name}, ${one.added_at})
    on conflict (district, country, registration_no) do update set sha256 = excluded.sha256, size = excluded.size,
      width = excluded.width, height = excluded.height, file_name = excluded.file_name, vienna = excluded.vienna,
      added_by = excluded.added_by, added_by_name = excluded.added_by_name, added_at = excluded.added_at`.execute(tx);
}

export async function deletePicture(tx: Tx, district: string, { country, registrationNo }: Registration) {
  await sql`delete from trademark_search.mark_picture
    where district = ${district} and country = ${country} and registration_no = ${registrationNo}`.execute(tx);
}
