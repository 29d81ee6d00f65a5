import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface Enclosure {
  readonly name: string;
  readonly part: 'picture' | 'page';
  readonly file_name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly size: number;
  readonly kept_at: string;
}

/** Last parts of the paths that accepted rows of an import name, among the given ones. */
export async function namedBases(
  db: Db,
  district: string,
  importId: string,
  bases: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ base: string }>`select distinct base from (
      select regexp_replace(normalize(lower(trim(name)), NFKC), '^.*[\\\\/]', '') as base
      from imports.import_row r,
        regexp_split_to_table(concat_ws(';', r.record_values->>'picture', r.record_values->>'page'), '[;；|]+') as name
      where r.district = ${district} and r.import_id = ${importId} and r.status <> 'refused'
        and (r.record_values ? 'picture' or r.record_values ? 'page')) named
    where base = any(${[...bases]}::text[])`.execute(db);
  return new Set(rows.map(({ base }) => base));
}

export async function clearEnclosures(db: Db, district: string, importId: string): Promise<void> {
  await sql`delete from trademark_watch.enclosure where district = ${district} and import_id = ${importId}`.execute(db);
}

export async function insertEnclosure(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  one: Omit<Enclosure, 'kept_at'> & { readonly base: string },
): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${one.sha256}, ${one.size})
    on conflict do nothing`.execute(tx);
  await sql`insert into trademark_watch.enclosure (district, import_id, name, base, part, file_name, media_type, sha256, size, kept_at)
    values (${ctx.district}, ${importId}, ${one.name}, ${one.base}, ${one.part}, ${one.file_name}, ${one.media_type}, ${one.sha256},
      ${one.size}, ${ctx.services.clock.now()}) on conflict do nothing`.execute(tx);
}

interface EnclosureOfRow extends Enclosure {
  readonly record_key: string;
}

/** Files that came with the rows of some records: of the list applied last that brought any, by record. */
export async function enclosuresOfRecords(
  db: Db,
  district: string,
  recordType: string,
  keys: readonly string[],
  bases: readonly string[],
): Promise<ReadonlyMap<string, readonly EnclosureOfRow[]>> {
  if (keys.length === 0 || bases.length === 0) return new Map();
  const { rows } = await sql<
    EnclosureOfRow & { readonly import_id: string }
  >`select r.record_key, e.import_id, e.name, e.part, e.file_name,
      e.media_type, e.sha256, e.size, e.kept_at
    from imports.import_row r
    join imports.import i on i.district = r.district and i.id = r.import_id and i.state = 'committed'
    join trademark_watch.enclosure e on e.district = r.district and e.import_id = r.import_id and e.base = any(${[...bases]}::text[])
    where r.district = ${district} and r.record_type = ${recordType} and r.record_key = any(${[...keys]}::text[]) and r.status = 'accepted'
    order by i.commit_seq desc, e.name`.execute(db);
  const found = new Map<string, (EnclosureOfRow & { readonly import_id: string })[]>();
  for (const row of rows) {
    const known = found.get(row.record_key);
    if (known === undefined) found.set(row.record_key, [row]);
    else if (known[0]?.import_id === row.import_id) known.push(row);
  }
  return found;
}
