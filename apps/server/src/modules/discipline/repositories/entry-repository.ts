import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface EntryRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly list: string;
  readonly subject_kind: 'party' | 'agency' | 'person';
  readonly party_id: string | null;
  readonly agency_id: string | null;
  readonly person_id: string | null;
  readonly subject_name: string;
  readonly code: string | null;
  readonly town_code: string | null;
  readonly caused_by: string | null;
  readonly reason: string;
  readonly authority: string;
  readonly basis_no: string | null;
  readonly conduct_on: string | null;
  readonly statement: string | null;
  readonly stated_on: string | null;
  readonly decision_no: string | null;
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly lawful_until: string | null;
  readonly term_article: string | null;
  readonly repair_text: string | null;
  readonly repair_asked_on: string | null;
  readonly ended_on: string | null;
  readonly ended_as: 'repaired' | 'remedied' | 'revoked' | null;
  readonly ended_no: string | null;
  readonly ended_reason: string | null;
  readonly proposed_on: string;
}

const columns = sql`e.id, e.file_id, f.number, f.state, e.list, e.subject_kind, e.party_id, e.agency_id, e.person_id, e.subject_name, e.code,
  e.town_code, e.caused_by, e.reason, e.authority, e.basis_no, e.conduct_on, e.statement, e.stated_on, e.decision_no, e.from_on,
  e.until_on, e.lawful_until, e.term_article, e.repair_text, e.repair_asked_on, e.ended_on, e.ended_as, e.ended_no, e.ended_reason, e.proposed_on`;
const source = sql`discipline.entry e join procedures.file f on f.district = e.district and f.id = e.file_id`;

/** Entries in force on a day, by their days alone. Alias `e`. */
export const inForce = (on: string): RawBuilder<boolean> =>
  sql<boolean>`(e.from_on <= ${on}::date and coalesce(e.until_on >= ${on}::date, true) and coalesce(e.ended_on > ${on}::date, true))`;

/** What the actor's grants of a permission reach, by town or as the party itself. Alias `e`. */
export function entriesWithin(ctx: Ctx, permission: string): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(e.town_code = any(${scope.towns}::text[]) or e.party_id = any(${scope.parties}::uuid[]))`;
}

export async function findEntry(db: Db, district: string, id: string): Promise<EntryRow | undefined> {
  const { rows } =
    await sql<EntryRow>`select ${columns} from ${source} where e.district = ${district} and e.id = ${id}`.execute(db);
  return rows[0];
}

/** Entries by any test over `e` and `f`, the latest first. */
export async function selectEntries(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
  order: RawBuilder<unknown> = sql`coalesce(e.from_on, e.proposed_on) desc, e.id`,
): Promise<{ readonly rows: readonly EntryRow[]; readonly total: number }> {
  const { rows } = await sql<EntryRow>`select ${columns} from ${source} where e.district = ${district} and ${test}
    order by ${order} limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where e.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export type NewEntry = Pick<
  EntryRow,
  | 'id'
  | 'file_id'
  | 'list'
  | 'subject_kind'
  | 'party_id'
  | 'agency_id'
  | 'person_id'
  | 'subject_name'
  | 'code'
  | 'town_code'
  | 'caused_by'
  | 'reason'
  | 'authority'
  | 'basis_no'
  | 'conduct_on'
>;

export async function insertEntry(tx: Tx, ctx: Ctx, entry: NewEntry): Promise<void> {
  const values = Object.entries({ ...entry, district: ctx.district, proposed_on: ctx.today });
  await sql`insert into discipline.entry (${sql.join(values.map(([column]) => sql.id(column)))})
    values (${sql.join(values.map(([, value]) => sql`${value}`))})`.execute(tx);
}

export type EntryChange = Partial<
  Pick<
    EntryRow,
    | 'statement'
    | 'stated_on'
    | 'decision_no'
    | 'from_on'
    | 'until_on'
    | 'lawful_until'
    | 'term_article'
    | 'repair_text'
    | 'repair_asked_on'
    | 'ended_on'
    | 'ended_as'
    | 'ended_no'
    | 'ended_reason'
  >
>;

export async function updateEntry(tx: Tx, district: string, id: string, change: EntryChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update discipline.entry set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(tx);
}
