import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

/** How far the history of publicity was read: lists in order of their numbers, and the last change. */
export interface PublicityPosition {
  readonly lists: number;
  readonly lastChange: number;
}

/** A row of a publicity list as the public may have it; amounts in fen. */
export interface OpenRow {
  readonly list: string;
  readonly year: number;
  readonly serial: number;
  readonly title: string;
  readonly issuer: string;
  readonly policyTitle: string;
  readonly policyDocNo: string | null;
  readonly example: boolean;
  readonly openedOn: string;
  readonly workingDays: number;
  readonly no: number;
  readonly name: string;
  readonly uscc: string;
  readonly category: string;
  readonly clause: string;
  readonly matter: string;
  readonly amountFen: number;
  readonly note: string;
  readonly standing: 'listed' | 'corrected' | 'withdrawn';
}

/** A correction or withdrawal as the public reads it. */
export interface OpenChange {
  readonly list: string;
  readonly year: number;
  readonly serial: number;
  readonly seq: number;
  readonly no: number;
  readonly kind: 'correction' | 'withdrawal';
  readonly on: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
}

export async function publicityPosition(ctx: Ctx): Promise<PublicityPosition> {
  const { rows } = await sql<PublicityPosition>`select
    (select count(*)::int from subsidies.public_list where district = ${ctx.district}) as lists,
    (select coalesce(max(seq), 0)::float8 from subsidies.public_change where district = ${ctx.district}) as "lastChange"`.execute(
    ctx.db,
  );
  return rows[0] ?? { lists: 0, lastChange: 0 };
}

/** The first lists, by number. */
const LISTS = (
  ctx: Ctx,
  at: PublicityPosition,
) => sql`(select * from subsidies.public_list l where l.district = ${ctx.district}
  order by l.year, l.serial limit ${at.lists})`;

/**
 * Every row of every list as it stood at a position: what was changed since is read as it was before. All that was ever
 * published is there, withdrawn rows as well.
 */
export async function readOpenRows(ctx: Ctx, at: PublicityPosition): Promise<OpenRow[]> {
  const { rows } =
    await sql<OpenRow>`select p.number as list, p.year, p.serial, p.title, p.issuer, p.policy_title as "policyTitle",
      p.policy_doc_no as "policyDocNo", p.example, p.opened_on as "openedOn", p.working_days as "workingDays", r.no, r.uscc, r.category, r.clause,
      coalesce(b.row->>'name', r.name) as name, coalesce(b.row->>'matter', r.matter) as matter, coalesce(b.row->>'note', r.note) as note,
      coalesce((b.row->>'amountFen')::bigint, r.amount_fen)::float8 as "amountFen", coalesce(b.row->>'standing', r.standing) as standing
    from ${LISTS(ctx, at)} p join subsidies.public_row r on r.district = p.district and r.list_id = p.id
    left join lateral (select c.row_before as row from subsidies.public_change c where c.district = r.district and c.list_id = r.list_id
      and c.no = r.no and c.seq > ${at.lastChange} order by c.seq limit 1) b on true
    order by p.year, p.serial, r.no`.execute(ctx.db);
  return rows;
}

/** Every correction and withdrawal up to a position. */
export async function readOpenChanges(ctx: Ctx, at: PublicityPosition): Promise<OpenChange[]> {
  const { rows } =
    await sql<OpenChange>`select p.number as list, p.year, p.serial, c.seq::float8 as seq, c.no, c.kind, c.on_day as "on",
      c.reason, c.text_before as before, c.text_after as after
    from ${LISTS(ctx, at)} p join subsidies.public_change c on c.district = p.district and c.list_id = p.id and c.seq <= ${at.lastChange}
    order by p.year, p.serial, c.seq`.execute(ctx.db);
  return rows;
}
