import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { asJson, type PageRequest, selectPageOf } from './sql.ts';

export type EntryKind = 'intake' | 'stock-in' | 'stock-out' | 'destruction';

export interface EntryRow {
  readonly id: string;
  readonly printer_id: string;
  readonly no: number;
  readonly kind: EntryKind;
  readonly on_day: string;
  readonly intake_id: string | null;
  readonly intake_no: number | null;
  readonly client: string | null;
  readonly mark_name: string | null;
  readonly mark_number: string | null;
  readonly quantity: number | null;
  readonly papers: Readonly<Record<string, boolean>>;
  readonly archived_on: string | null;
  readonly receiver: string | null;
  readonly method: string | null;
  readonly witness: string | null;
  readonly note: string | null;
  readonly reverses: string | null;
  readonly reverses_no: number | null;
  readonly reversed_by_no: number | null;
  readonly reason: string | null;
  readonly keep_until: string;
  readonly by_name: string;
  readonly at: string;
}

const columns = sql`m.id, m.printer_id, m.no, m.kind, m.on_day, m.intake_id, i.no as intake_no, coalesce(m.client, i.client) as client,
  coalesce(m.mark_name, i.mark_name) as mark_name, coalesce(m.mark_number, i.mark_number) as mark_number, m.quantity, m.papers, m.archived_on, m.receiver,
  m.method, m.witness, m.note, m.reverses, o.no as reverses_no, b.no as reversed_by_no, m.reason, m.keep_until, m.by_name, m.at`;
const source = sql`inspections.printer_entry m
  left join inspections.printer_entry i on i.district = m.district and i.id = m.intake_id
  left join inspections.printer_entry o on o.district = m.district and o.id = m.reverses
  left join inspections.printer_entry b on b.district = m.district and b.reverses = m.id`;

export interface EntryFilter {
  readonly kind?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

export function selectEntries(ctx: Ctx, printerId: string, filter: EntryFilter, page: PageRequest) {
  const tests: RawBuilder<unknown>[] = [sql`m.district = ${ctx.district}`, sql`m.printer_id = ${printerId}`];
  if (filter.kind?.length) tests.push(sql`m.kind = any(${[...filter.kind]}::text[])`);
  const q = filter.q?.trim();
  if (q)
    tests.push(
      sql`concat_ws(' ', m.client, i.client, m.mark_name, i.mark_name, m.mark_number, i.mark_number, m.receiver, m.note) ilike ${containsPattern(q)}`,
    );
  return selectPageOf<EntryRow>(ctx.db, {
    columns,
    source,
    tests,
    orders: { no: sql`m.no`, on: sql`m.on_day`, quantity: sql`m.quantity` },
    first: sql`m.no desc`,
    page,
  });
}

export async function findEntry(db: Db, district: string, id: string): Promise<EntryRow | undefined> {
  const { rows } =
    await sql<EntryRow>`select ${columns} from ${source} where m.district = ${district} and m.id = ${id}`.execute(db);
  return rows[0];
}

interface StockRow {
  readonly intakeId: string;
  readonly no: number;
  readonly markName: string | null;
  readonly client: string | null;
  readonly ordered: number | null;
  readonly in: number;
  readonly out: number;
  readonly destroyed: number;
  readonly left: number;
}

/** Stock of each commission that stands; reversed entries and their reversals count for nothing. */
export async function listStock(db: Db, district: string, printerId: string, intakeId?: string): Promise<StockRow[]> {
  const { rows } = await sql<Omit<StockRow, 'left'>>`with live as (select e.* from inspections.printer_entry e
      where e.district = ${district} and e.printer_id = ${printerId} and e.reverses is null
        and not exists (select 1 from inspections.printer_entry b where b.district = e.district and b.reverses = e.id))
    select i.id as "intakeId", i.no, i.mark_name as "markName", i.client, i.quantity as ordered,
      coalesce(sum(e.quantity) filter (where e.kind = 'stock-in'), 0)::float8 as in,
      coalesce(sum(e.quantity) filter (where e.kind = 'stock-out'), 0)::float8 as out,
      coalesce(sum(e.quantity) filter (where e.kind = 'destruction'), 0)::float8 as destroyed
    from live i left join live e on e.intake_id = i.id
    where i.kind = 'intake' and (${intakeId === undefined} or i.id = ${intakeId ?? null})
    group by i.id, i.no, i.mark_name, i.client, i.quantity order by i.no desc limit 200`.execute(db);
  return rows.map((row) => ({ ...row, left: row.in - row.out - row.destroyed }));
}

export interface NewEntry {
  readonly id: string;
  readonly printerId: string;
  readonly kind: EntryKind;
  readonly on: string;
  readonly intakeId: string | null;
  readonly client: string | null;
  readonly clientUscc: string | null;
  readonly markName: string | null;
  readonly markNumber: string | null;
  readonly quantity: number | null;
  readonly papers: Readonly<Record<string, boolean>>;
  readonly archivedOn: string | null;
  readonly receiver: string | null;
  readonly method: string | null;
  readonly witness: string | null;
  readonly note: string | null;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly keepUntil: string;
}

/** Holds the printer, so that numbers of entries follow each other and stock is judged once. */
export async function lockPrinter(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from inspections.printer where district = ${district} and id = ${id} for update`.execute(tx);
}

export async function insertEntry(tx: Tx, ctx: Ctx, e: NewEntry): Promise<void> {
  await sql`insert into inspections.printer_entry (district, id, printer_id, no, kind, on_day, intake_id, client, client_uscc, mark_name, mark_number, quantity,
      papers, archived_on, receiver, method, witness, note, reverses, reason, keep_until, by_name, at)
    select ${ctx.district}, ${e.id}, ${e.printerId}, coalesce(max(no), 0) + 1, ${e.kind}, ${e.on}, ${e.intakeId}, ${e.client}, ${e.clientUscc}, ${e.markName},
      ${e.markNumber}, ${e.quantity}, ${asJson(e.papers)}, ${e.archivedOn}, ${e.receiver}, ${e.method}, ${e.witness}, ${e.note}, ${e.reverses}, ${e.reason},
      ${e.keepUntil}, ${ctx.actor.displayName}, ${ctx.now}
    from inspections.printer_entry where district = ${ctx.district} and printer_id = ${e.printerId}`.execute(tx);
}
