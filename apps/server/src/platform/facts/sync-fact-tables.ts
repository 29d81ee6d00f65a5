import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import { inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { FactEntry, FactRegistry, SubjectEntry } from './fact-registry.ts';
import { columnType, selectStored, storedPaths } from './fact-statements.ts';
import { lockFactTables } from './lock-facts.ts';

/** Begins the comment of every derived table: what bears it is no part of the committed schema. */
export const DERIVED = 'Derived from the catalogue of facts';

interface Wanted {
  readonly name: string;
  readonly subject: string;
  readonly statement: string;
  readonly comment: string;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function factColumns(entry: SubjectEntry): string {
  return storedPaths(entry)
    .map((path) => `  ${quoted(path)} ${columnType((entry.facts.get(path) as FactEntry).spec)},\n`)
    .join('');
}

function wantedTables(registry: FactRegistry, entry: SubjectEntry): Wanted[] {
  const { subject } = entry.subject;
  const table = (name: string, body: string, index = '') => {
    const statement = `create table facts.${quoted(name)} (\n${body}\n) with (fillfactor = 90);${index}`;
    return { name, subject, statement, comment: `${DERIVED}, ${hashOf(statement)}` };
  };
  return [
    table(
      subject,
      `  district text not null,\n  subject_id uuid not null,\n${factColumns(entry)}  primary key (district, subject_id)`,
    ),
    ...entry.collections.map(({ path, items }) => {
      const name = `${subject}_${path}`;
      const columns = factColumns(registry.subjects.get(items) as SubjectEntry);
      return table(
        name,
        `  district text not null,\n  owner_id uuid not null,\n  item_id uuid not null,\n${columns}  primary key (district, owner_id, item_id)`,
        `\ncreate index ${quoted(`${name}_item`)} on facts.${quoted(name)} (district, item_id);`,
      );
    }),
  ];
}

const hashes = new WeakMap<SubjectEntry, string>();

/**
 * Identifies what a subject's facts mean: columns and the statements behind them. Another text, another value, another
 * day's delay in a definition makes it another, and all facts are computed anew.
 */
export function catalogueHash(ctx: Ctx, entry: SubjectEntry): string {
  const known = hashes.get(entry);
  if (known !== undefined) return known;
  const query = { district: '', asOf: '2000-01-01' };
  const parts = [selectStored(entry, query), ...entry.collections.map((collection) => collection.select(query))].map(
    (part) => {
      const { sql: text, parameters } = part.compile(ctx.db);
      return [text.replace(/\s+/g, ' '), parameters];
    },
  );
  const hash = hashOf(JSON.stringify([wantedTables(ctx.services.facts, entry).map((table) => table.statement), parts]));
  hashes.set(entry, hash);
  return hash;
}

async function makeTables(tx: Tx, registry: FactRegistry): Promise<void> {
  const { rows } = await sql<{
    name: string;
    comment: string;
  }>`select c.relname as name, obj_description(c.oid) as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'facts' and c.relkind = 'r' and obj_description(c.oid) like ${`${DERIVED}%`}`.execute(tx);
  const found = new Map(rows.map((row) => [row.name, row.comment]));
  const wanted = [...registry.subjects.values()].flatMap((entry) => wantedTables(registry, entry));
  for (const name of found.keys())
    if (!wanted.some((table) => table.name === name)) await sql`drop table ${sql.id('facts', name)}`.execute(tx);
  for (const { name, subject, statement, comment } of wanted) {
    if (found.get(name) === comment) continue;
    await sql`drop table if exists ${sql.id('facts', name)}`.execute(tx);
    await sql.raw(statement).execute(tx);
    await sql`comment on table ${sql.id('facts', name)} is ${sql.lit(comment)}`.execute(tx);
    await sql`delete from facts.state where subject = ${subject}`.execute(tx);
  }
}

/**
 * Gives every subject of the catalogue its table, made anew where the columns are no longer those of the catalogue,
 * and drops those of subjects that are gone. Two processes that start together do it one after the other.
 */
export async function syncFactTables(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockFactTables(tx);
    await makeTables(tx, ctx.services.facts);
  });
}
