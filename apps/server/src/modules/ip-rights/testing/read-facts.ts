import { sql } from 'kysely';
import { selectFacts } from '../../../platform/facts/fact-statements.ts';
import { analyseChanged } from '../../../platform/facts/refresh-facts.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';

type Row = Readonly<Record<string, unknown>>;

/** Every fact of a subject as of a day, by the value of one of its facts (a name, a number). */
export async function factsBy(
  test: TestDatabase,
  subject: string,
  key: string,
  asOf: string,
  onlyIds?: readonly string[],
): Promise<Record<string, Row>> {
  const ctx = test.system();
  const entry = ctx.services.facts.subjects.get(subject);
  if (entry === undefined) throw new Error(`no subject ${subject}`);
  // As every refresh does: on tables the planner has never looked at these statements take minutes.
  await analyseChanged(ctx);
  const only = onlyIds === undefined ? {} : { only: sql`select unnest(${onlyIds}::uuid[])` };
  const { rows } =
    await sql<Row>`${selectFacts(entry, [...entry.facts.keys()], { district: ctx.district, asOf, ...only })}`.execute(
      ctx.db,
    );
  return Object.fromEntries(rows.map((row) => [String(row[key]), row]));
}

/** The facts under a prefix, without it: `patents.invention.` → valid, total … */
export function under(row: Row | undefined, prefix: string): Row {
  if (row === undefined) return {};
  return Object.fromEntries(
    Object.entries(row)
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'))
      .map(([path, value]) => [path.slice(prefix.length), value]),
  );
}
