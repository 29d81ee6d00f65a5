import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type AttachmentRow, attachmentsOf } from './attachment-repository.ts';

export interface MaterialRow {
  readonly id: string;
  readonly party_id: string;
  readonly party: string;
  readonly trademark_id: string;
  readonly registration_no: string;
  readonly nice_class: number;
  readonly mark: string;
  readonly occasion: string;
  readonly route: string;
  readonly opened_by_name: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly closed_reason: string | null;
}

/** Files that pass a test on `w` and its party `p`: open ones first, the latest first. */
export async function selectMaterial(db: Db, ctx: Ctx, test: RawBuilder<unknown>): Promise<MaterialRow[]> {
  const { rows } = await sql<MaterialRow>`
    select w.*, p.name as party from trademark_portfolio.well_known_file w
    join parties.party p on p.district = w.district and p.id = w.party_id
    where w.district = ${ctx.district} and ${test} order by (w.closed_on is not null), w.opened_on desc, w.id`.execute(
    db,
  );
  return rows;
}

export interface EntryRow {
  readonly id: string;
  readonly file_id: string;
  readonly item: string;
  readonly text: string;
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly region: string | null;
  readonly amount_fen: number | null;
  readonly entered_by_name: string;
  readonly files: AttachmentRow[];
}

/** Statements that stand, of files or by their own id. */
export async function selectEntries(db: Db, ctx: Ctx, test: RawBuilder<unknown>): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.file_id, e.item, e.text, e.from_on, e.until_on, e.region, e.amount_fen::float8 as amount_fen, e.entered_by_name,
      ${attachmentsOf('well-known')} as files
    from trademark_portfolio.well_known_entry e
    where e.district = ${ctx.district} and e.removed_at is null and ${test} order by e.from_on nulls last, e.entered_at, e.id`.execute(
    db,
  );
  return rows;
}

export async function insertMaterial(
  tx: Tx,
  ctx: Ctx,
  file: {
    partyId: string;
    occasion: string;
    route: string;
    mark: { id: string; registration_no: string; nice_class: number; name: string };
  },
): Promise<string> {
  const id = uuidv7();
  await sql`insert into trademark_portfolio.well_known_file (district, id, party_id, trademark_id, registration_no, nice_class, mark, occasion, route,
      opened_by_name, opened_on)
    values (${ctx.district}, ${id}, ${file.partyId}, ${file.mark.id}, ${file.mark.registration_no}, ${file.mark.nice_class}, ${file.mark.name},
      ${file.occasion}, ${file.route}, ${ctx.actor.displayName}, ${ctx.today})`.execute(tx);
  return id;
}

export interface NewEntry {
  readonly id: string;
  readonly item: string;
  readonly text: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly region: string | null;
  readonly amountFen: number | null;
}

/** False when it is there already: sent twice, it is one. */
export async function insertEntry(tx: Tx, ctx: Ctx, fileId: string, entry: NewEntry): Promise<boolean> {
  const { rows } =
    await sql`insert into trademark_portfolio.well_known_entry (district, id, file_id, item, text, from_on, until_on, region, amount_fen,
      entered_by_name, entered_at)
    values (${ctx.district}, ${entry.id}, ${fileId}, ${entry.item}, ${entry.text}, ${entry.from}, ${entry.until}, ${entry.region},
      ${entry.amountFen}, ${ctx.actor.displayName}, ${ctx.now}) on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function setEntryRemoved(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`update trademark_portfolio.well_known_entry set removed_at = ${ctx.now} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export async function setMaterialClosed(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<void> {
  await sql`update trademark_portfolio.well_known_file set closed_on = ${ctx.today}, closed_reason = ${reason}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function lockMaterial(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`select 1 from trademark_portfolio.well_known_file where district = ${ctx.district} and id = ${id} for update`.execute(
    tx,
  );
}
