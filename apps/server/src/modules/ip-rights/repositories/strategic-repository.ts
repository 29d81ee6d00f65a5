import { createHash } from 'node:crypto';
import { type StrategicCondition, strategicTable } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { markAllStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import {
  createStrategicMatcher,
  type StrategicBasis,
  type StrategicMatcher,
  type StrategicSource,
  statedCodes,
} from '../domain/strategic-industry.ts';
import { markPatents } from './mark-rights.ts';

/** The table that holds for a district, compiled. */
export interface StrategicTableInUse {
  readonly source: StrategicSource;
  readonly matcher: StrategicMatcher;
  /** Changes whenever the table does. */
  readonly hash: string;
  /** Whether the office has replaced the shipped table. */
  readonly own: boolean;
}

interface Row extends StrategicCondition {
  readonly code: string;
  readonly name: string;
}

const compiled = new Map<string, StrategicTableInUse>();

function compile(rows: readonly Row[]): StrategicTableInUse {
  const own = rows.length > 0;
  const hash = createHash('sha256')
    .update(JSON.stringify(own ? rows : strategicTable))
    .digest('hex');
  let table = compiled.get(hash);
  if (table === undefined) {
    const source: StrategicSource = own ? { industries: byCode(rows), newer: strategicTable.newer } : strategicTable;
    table = { source, matcher: createStrategicMatcher(source), hash, own };
    if (compiled.size > 20) compiled.clear();
    compiled.set(hash, table);
  }
  return table;
}

function byCode(rows: readonly Row[]): StrategicSource['industries'] {
  const codes = [...new Set(rows.map((row) => row.code))];
  return codes.map((code) => {
    const conditions = rows.filter((row) => row.code === code);
    return { code, name: conditions[0]?.name ?? code, conditions };
  });
}

/** The office's own table, else the shipped one. */
export async function loadStrategicTable(db: Db, district: string): Promise<StrategicTableInUse> {
  const { rows } = await sql<Row>`select code, name, include, exclude, keywords from ip_rights.strategic_industry
    where district = ${district} order by position`.execute(db);
  return compile(rows);
}

/** Industries of a patent: what its files state, else what IPC gives. */
export function strategicOf(
  table: StrategicTableInUse,
  stated: readonly string[],
  ipc: readonly string[],
): { codes: string[]; basis: StrategicBasis | null } {
  const codes = statedCodes(stated, table.source.industries, strategicTable.sectors);
  return codes.length > 0 ? { codes, basis: 'sender' } : table.matcher.classify(ipc);
}

/**
 * The table becomes that of the last applied file as a whole: rows of older files do not linger in it. With no file left
 * the shipped one holds again.
 */
export async function projectStrategicIndustries(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await sql`delete from ip_rights.strategic_industry where district = ${district}`.execute(tx);
  await sql`
    insert into ip_rights.strategic_industry (district, position, code, name, include, exclude, keywords)
    select ${district}, r.row_no, v.code, v.name, v.include, coalesce(v.exclude, '{}'), coalesce(v.keywords, '{}')
    from imports.import_row r cross join lateral jsonb_to_record(r.record_values) as v(code text, name text, include text[], exclude text[], keywords text[])
    where r.district = ${district} and r.record_type = 'strategic-industry' and r.status = 'accepted' and r.import_id = (
      select i.id from imports.import i where i.district = ${district} and i.kind = 'strategic-industries' and i.state = 'committed'
      order by i.commit_seq desc limit 1)`.execute(tx);
}

const BATCH = 5000;
/** Past so many it is cheaper to have all facts computed anew. */
const MANY = 20_000;

interface Classified {
  readonly id: string;
  readonly record_key: string;
  readonly ipc: string[];
  readonly stated: string[];
  readonly codes: string[];
  readonly basis: string | null;
}

/** Classifies every patent with the table in use and writes those that differ. Returns how many did. */
export async function classifyPatents(
  tx: Tx,
  ctx: Ctx,
  table: StrategicTableInUse,
  progress: (done: number, total: number) => Promise<void>,
): Promise<number> {
  const { district } = ctx;
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*) as total from ip_rights.patent where district = ${district}`.execute(tx);
  const total = counted[0]?.total ?? 0;
  const keys: string[] = [];
  let written = 0;
  let done = 0;
  for (let after = ''; ; ) {
    const { rows } =
      await sql<Classified>`select id, record_key, ipc, strategic_industries as stated, strategic_codes as codes, strategic_basis as basis
      from ip_rights.patent where district = ${district} and record_key > ${after} order by record_key limit ${BATCH}`.execute(
        tx,
      );
    if (rows.length === 0) break;
    const changed = rows.flatMap((row) => {
      const next = strategicOf(table, row.stated, row.ipc);
      return next.basis === row.basis && next.codes.join() === row.codes.join()
        ? []
        : [{ id: row.id, key: row.record_key, ...next }];
    });
    if (changed.length > 0)
      await sql`update ip_rights.patent p set strategic_codes = coalesce(d.codes, '{}'), strategic_basis = d.basis
        from json_to_recordset(${JSON.stringify(changed)}::json) as d(id uuid, codes text[], basis text)
        where p.district = ${district} and p.id = d.id`.execute(tx);
    written += changed.length;
    if (written <= MANY) keys.push(...changed.map(({ key }) => key));
    done += rows.length;
    await progress(done, total);
    after = rows.at(-1)?.record_key ?? '';
  }
  if (written > 0) {
    if (written > MANY) for (const subject of ['patent', 'enterprise']) await markAllStale(tx, ctx, subject);
    else await markPatents(tx, ctx, sql`select unnest(${keys}::text[])`);
    await bumpRegisterVersion(tx, district, 'patents');
  }
  await sql`insert into ip_rights.strategic_state (district, table_hash) values (${district}, ${table.hash})
    on conflict (district) do update set table_hash = excluded.table_hash, classified_at = now()`.execute(tx);
  return written;
}

/** Whether the patents were classified with this table. */
export async function isClassifiedWith(db: Db, district: string, hash: string): Promise<boolean> {
  const { rows } = await sql<{
    table_hash: string;
  }>`select table_hash from ip_rights.strategic_state where district = ${district}`.execute(db);
  return rows[0]?.table_hash === hash;
}
