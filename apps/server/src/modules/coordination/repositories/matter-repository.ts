import type { chainKind, chainLane, chainRefKind } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { MATTER_READ } from '../coordination.catalogue.ts';

export type Lane = z.output<typeof chainLane>;
export type ChainKind = z.output<typeof chainKind>;

export interface MatterRecord {
  readonly id: string;
  readonly title: string;
  readonly holder_name: string;
  readonly party_id: string | null;
  readonly right_kind: string | null;
  readonly right_number: string | null;
  readonly organisations: readonly string[];
  readonly note: string | null;
  readonly opened_by_name: string;
  readonly opened_on: string;
  readonly entries: number;
  readonly lanes: readonly Lane[];
  readonly last_on: string | null;
}

/** Records of the system a step may point at. */
export type RefKind = z.output<typeof chainRefKind>;

export interface MatterItem {
  readonly id: string;
  readonly lane: Lane;
  readonly kind: ChainKind;
  readonly happened_on: string;
  readonly title: string;
  readonly text: string | null;
  readonly document_no: string | null;
  readonly ref_kind: RefKind | null;
  readonly ref_id: string | null;
  /** File in which an item of evidence is read. */
  readonly ref_file_id: string | null;
}

/** Matters of the whole district, or of the actor's bodies. Alias `m`. */
export function mattersWithin(ctx: Ctx, permission = MATTER_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(m.organisations && ${scope.organisations}::text[])`;
}

export async function selectMatters(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly MatterRecord[]; readonly total: number }> {
  const from = sql`coordination.matter m left join lateral (select count(*)::int as entries, array_agg(distinct i.lane) as lanes, max(i.happened_on) as last_on
    from coordination.matter_item i where i.district = m.district and i.matter_id = m.id and i.withdrawn_at is null) s on true
    where m.district = ${ctx.district} and ${test}`;
  const { rows } =
    await sql<MatterRecord>`select m.id, m.title, m.holder_name, m.party_id, m.right_kind, m.right_number, m.organisations, m.note,
      m.opened_by_name, m.opened_on, s.entries, coalesce(s.lanes, '{}') as lanes, s.last_on from ${from}
    order by s.last_on desc nulls last, m.opened_on desc, m.id limit ${page.size} offset ${page.skip}`.execute(db);
  const total = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function listItems(db: Db, ctx: Ctx, matterId: string): Promise<readonly MatterItem[]> {
  const { rows } =
    await sql<MatterItem>`select id, lane, kind, happened_on, title, text, document_no, ref_kind, ref_id, ref_file_id
    from coordination.matter_item where district = ${ctx.district} and matter_id = ${matterId} and withdrawn_at is null
    order by happened_on, added_at, id`.execute(db);
  return rows;
}

/** Matters a record of the system is part of, in the actor's reach. */
export async function mattersWith(ctx: Ctx, kind: string, id: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`select m.id, m.title from coordination.matter m
    where m.district = ${ctx.district} and ${mattersWithin(ctx)} and exists (select 1 from coordination.matter_item i
      where i.district = m.district and i.matter_id = m.id and i.ref_kind = ${kind} and i.ref_id = ${id} and i.withdrawn_at is null)
    order by m.opened_on desc`.execute(ctx.db);
  return rows;
}

export interface NewMatter {
  readonly title: string;
  readonly holderName: string;
  readonly partyId: string | null;
  readonly rightKind: string | null;
  readonly rightNumber: string | null;
  readonly note: string | null;
  readonly organisations: readonly string[];
}

export async function insertMatter(tx: Tx, ctx: Ctx, matter: NewMatter): Promise<string> {
  const id = uuidv7();
  await sql`insert into coordination.matter (district, id, title, holder_name, party_id, right_kind, right_number, organisations, note, opened_by_name, opened_on)
    values (${ctx.district}, ${id}, ${matter.title}, ${matter.holderName}, ${matter.partyId}, ${matter.rightKind}, ${matter.rightNumber},
      ${[...matter.organisations]}::text[], ${matter.note}, ${ctx.actor.displayName}, ${ctx.today})`.execute(tx);
  return id;
}

export type NewItem = Omit<MatterItem, 'id'>;

/** The new id; undefined where the record is in the chain already. */
export async function insertItem(tx: Tx, ctx: Ctx, matterId: string, item: NewItem): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string;
  }>`insert into coordination.matter_item (district, id, matter_id, lane, kind, happened_on, title, text, document_no,
      ref_kind, ref_id, ref_file_id, added_by_name, added_at)
    values (${ctx.district}, ${uuidv7()}, ${matterId}, ${item.lane}, ${item.kind}, ${item.happened_on}, ${item.title}, ${item.text}, ${item.document_no},
      ${item.ref_kind}, ${item.ref_id}, ${item.ref_file_id}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

export async function withdrawItem(tx: Tx, ctx: Ctx, matterId: string, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql`update coordination.matter_item set withdrawn_at = ${ctx.now}, withdrawn_reason = ${reason}
    where district = ${ctx.district} and matter_id = ${matterId} and id = ${id} and withdrawn_at is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}
