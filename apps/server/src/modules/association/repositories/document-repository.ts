import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface DocumentRow {
  readonly id: string;
  readonly sort: 'convention' | 'standard';
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly adopted_on: string;
  readonly effective_on: string;
  readonly published_by: string;
  readonly signatures: number;
  /** A later version of the sort has begun. */
  readonly replaced_on: string | null;
}
export interface SignatureRow {
  readonly agency_id: string;
  readonly name: string;
  readonly signed_on: string;
  readonly signatory: string;
  readonly way: 'portal' | 'paper';
  readonly title: string;
  readonly sort: string;
  readonly version: number;
  readonly document_id: string;
}

export async function selectDocuments(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
): Promise<readonly DocumentRow[]> {
  const { rows } =
    await sql<DocumentRow>`select d.id, d.sort, d.version, d.title, d.body, d.adopted_on, d.effective_on, d.published_by,
      (select count(*)::int from association.signature s where s.district = d.district and s.document_id = d.id) as signatures,
      (select min(n.effective_on) from association.document n where n.district = d.district and n.sort = d.sort and n.version > d.version) as replaced_on
    from association.document d where d.district = ${district} and ${test} order by d.sort, d.version desc`.execute(db);
  return rows;
}

export async function selectSignatures(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
): Promise<readonly SignatureRow[]> {
  const { rows } =
    await sql<SignatureRow>`select s.agency_id, a.name, s.signed_on, s.signatory, s.way, d.title, d.sort, d.version, d.id as document_id
    from association.signature s join association.document d on d.district = s.district and d.id = s.document_id
    join agencies.agency a on a.district = s.district and a.id = s.agency_id
    where s.district = ${district} and ${test} order by s.signed_on desc, a.name`.execute(db);
  return rows;
}
