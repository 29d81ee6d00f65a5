import type { UseKind } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type AttachmentRow, attachmentsOf } from './attachment-repository.ts';

export interface UseRow {
  readonly id: string;
  readonly party_id: string;
  readonly kind: UseKind;
  readonly used_from: string;
  readonly used_until: string;
  readonly place: string | null;
  readonly goods: string[];
  readonly note: string | null;
  readonly entered_by_name: string;
  readonly entered_at: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by_name: string | null;
  readonly withdrawn_reason: string | null;
  readonly marks: { registrationNo: string; niceClass: number }[];
  readonly files: AttachmentRow[];
}

/** Evidence that passes a test on alias `e` (its party is `p`), the latest use first. */
export async function selectUse(db: Db, ctx: Ctx, test: RawBuilder<unknown>): Promise<UseRow[]> {
  const { rows } = await sql<UseRow>`
    select e.id, e.party_id, e.kind, e.used_from, e.used_until, e.place, e.goods, e.note, e.entered_by_name, e.entered_at,
      e.withdrawn_on, e.withdrawn_by_name, e.withdrawn_reason,
      (select coalesce(jsonb_agg(jsonb_build_object('registrationNo', m.registration_no, 'niceClass', m.nice_class) order by m.registration_no, m.nice_class), '[]')
        from trademark_portfolio.use_evidence_mark m where m.district = e.district and m.evidence_id = e.id) as marks,
      ${attachmentsOf('use')} as files
    from trademark_portfolio.use_evidence e
    join parties.party p on p.district = e.district and p.id = e.party_id
    where e.district = ${ctx.district} and ${test}
    order by e.used_until desc, e.id`.execute(db);
  return rows;
}

export const ofMark = (mark: { registration_no: string; nice_class: number }): RawBuilder<unknown> =>
  sql`exists (select 1 from trademark_portfolio.use_evidence_mark x where x.district = e.district and x.evidence_id = e.id
    and x.registration_no = ${mark.registration_no} and x.nice_class = ${mark.nice_class})`;

export interface NewUse {
  readonly id: string;
  readonly partyId: string;
  readonly kind: UseKind;
  readonly from: string;
  readonly until: string;
  readonly place: string | null;
  readonly goods: readonly string[];
  readonly note: string | null;
}

/** False when it is there already: sent twice, it is one. */
export async function insertUse(
  tx: Tx,
  ctx: Ctx,
  use: NewUse,
  marks: readonly { registration_no: string; nice_class: number }[],
): Promise<boolean> {
  const { rows } =
    await sql`insert into trademark_portfolio.use_evidence (district, id, party_id, kind, used_from, used_until, place, goods, note,
      entered_by_name, entered_at)
    values (${ctx.district}, ${use.id}, ${use.partyId}, ${use.kind}, ${use.from}, ${use.until}, ${use.place}, ${[...use.goods]}::text[], ${use.note},
      ${ctx.actor.displayName}, ${ctx.now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  for (const mark of marks)
    await sql`insert into trademark_portfolio.use_evidence_mark (district, evidence_id, registration_no, nice_class)
      values (${ctx.district}, ${use.id}, ${mark.registration_no}, ${mark.nice_class})`.execute(tx);
  return true;
}

export async function setUseWithdrawn(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<void> {
  await sql`update trademark_portfolio.use_evidence set withdrawn_on = ${ctx.today}, withdrawn_by_name = ${ctx.actor.displayName}, withdrawn_reason = ${reason}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function lockUse(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`select 1 from trademark_portfolio.use_evidence where district = ${ctx.district} and id = ${id} for update`.execute(
    tx,
  );
}
