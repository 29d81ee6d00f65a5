import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Position, Row } from '../domain/dataset.ts';

export interface StoredBytes {
  readonly sha256: string;
  readonly size: number;
}

export interface VersionRow {
  readonly dataset: string;
  readonly no: number;
  readonly asOf: string;
  /** When the source was read; the version is public from then on. */
  readonly readAt: string;
  readonly position: Position;
  readonly rows: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly csvSha256: string;
  readonly csvSize: number;
  readonly jsonSha256: string;
  readonly jsonSize: number;
  readonly schemaSha256: string;
  readonly schemaSize: number;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

const COLUMNS = sql`v.dataset, v.no, v.as_of as "asOf", v.read_at as "readAt", v.position, v.rows, v.added, v.removed, v.changed,
  v.csv_sha256 as "csvSha256", v.csv_size::float8 as "csvSize", v.json_sha256 as "jsonSha256", v.json_size::float8 as "jsonSize",
  v.schema_sha256 as "schemaSha256", v.schema_size::float8 as "schemaSize", v.withdrawn_at as "withdrawnAt",
  v.withdrawn_by_name as "withdrawnBy", v.withdrawn_reason as "withdrawnReason"`;

/** Versions of a dataset or of all, the newest first. */
export async function listVersions(db: Db, district: string, dataset?: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`select ${COLUMNS} from open_data.version v where v.district = ${district}
    ${dataset === undefined ? sql`` : sql`and v.dataset = ${dataset}`} order by v.dataset, v.no desc`.execute(db);
  return rows;
}

export async function findVersion(
  db: Db,
  district: string,
  dataset: string,
  no: number,
): Promise<VersionRow | undefined> {
  const { rows } = await sql<VersionRow>`select ${COLUMNS} from open_data.version v where v.district = ${district}
    and v.dataset = ${dataset} and v.no = ${no}`.execute(db);
  return rows[0];
}

export async function insertVersion(
  tx: Tx,
  district: string,
  one: Omit<VersionRow, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>,
): Promise<void> {
  await sql`insert into open_data.version (district, dataset, no, as_of, read_at, position, rows, added, removed, changed, csv_sha256, csv_size,
      json_sha256, json_size, schema_sha256, schema_size)
    values (${district}, ${one.dataset}, ${one.no}, ${one.asOf}, ${one.readAt}, ${JSON.stringify(one.position)}::jsonb, ${one.rows}, ${one.added},
      ${one.removed}, ${one.changed}, ${one.csvSha256}, ${one.csvSize}, ${one.jsonSha256}, ${one.jsonSize}, ${one.schemaSha256},
      ${one.schemaSize})`.execute(tx);
}

/** Rows of a version, in order of their keys. */
export async function listKept(
  db: Db,
  district: string,
  dataset: string,
  no: number,
): Promise<{ key: string; row: Row }[]> {
  const { rows } = await sql<{
    key: string;
    row: Row;
  }>`select key, cells as row from open_data.kept_row where district = ${district}
    and dataset = ${dataset} and from_no <= ${no} and (to_no is null or to_no > ${no}) order by key collate "C"`.execute(
    db,
  );
  return rows;
}

/** Ends rows that are gone or changed with a version, and keeps those it brings. */
export async function keepRows(
  tx: Tx,
  district: string,
  version: { readonly dataset: string; readonly no: number },
  change: { readonly gone: readonly string[]; readonly fresh: readonly { readonly key: string; readonly row: Row }[] },
): Promise<void> {
  const { dataset, no } = version;
  await sql`update open_data.kept_row set to_no = ${no} where district = ${district} and dataset = ${dataset} and to_no is null
    and key = any(${[...change.gone]}::text[])`.execute(tx);
  await sql`insert into open_data.kept_row (district, dataset, key, from_no, cells)
    select ${district}, ${dataset}, e->>'key', ${no}, e->'row' from jsonb_array_elements(${JSON.stringify(change.fresh)}::jsonb) e`.execute(
    tx,
  );
}

/** Takes a version back. False when it is taken back already. */
export async function markWithdrawn(
  tx: Tx,
  ctx: Ctx,
  version: { dataset: string; no: number; reason: string },
): Promise<boolean> {
  const { rows } = await sql`update open_data.version set withdrawn_at = ${ctx.now}, withdrawn_by = ${ctx.actor.userId},
      withdrawn_by_name = ${ctx.actor.displayName}, withdrawn_reason = ${version.reason}
    where district = ${ctx.district} and dataset = ${version.dataset} and no = ${version.no} and withdrawn_at is null returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}
