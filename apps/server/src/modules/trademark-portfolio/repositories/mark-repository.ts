import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface MarkRecord {
  readonly id: string;
  readonly registration_no: string;
  readonly country: string;
  readonly nice_class: number;
  readonly name: string;
  readonly goods: string[];
  readonly similar_groups: string[];
  readonly registered_on: string | null;
  readonly expires_on: string | null;
  readonly preliminary_on: string | null;
  readonly status: string;
  readonly holders: { name: string; partyId: string | null }[];
}

/** Marks `r` the actor sees with a permission: by a linked holder or its town; by the mark's own town while none is linked. */
export function marksWithin(ctx: Ctx, permission: string): RawBuilder<unknown> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  const linked = sql`from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
    join parties.party p on p.district = m.district and p.id = m.party_id
    where h.district = r.district and h.trademark_id = r.id`;
  return sql`(exists (select 1 ${linked} and (p.id = any(${scope.parties}::uuid[]) or p.town_code = any(${scope.towns}::text[])))
    or (r.town_code = any(${scope.towns}::text[]) and not exists (select 1 ${linked})))`;
}

/** Parties `p` the actor sees with a permission. */
export function partiesWithin(ctx: Ctx, permission: string): RawBuilder<unknown> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql`true`;
  return sql`(p.id = any(${scope.parties}::uuid[]) or p.town_code = any(${scope.towns}::text[]))`;
}

/** Marks that pass a test on alias `r`, with their status today. */
export async function selectMarks(db: Db, ctx: Ctx, test: RawBuilder<unknown>): Promise<MarkRecord[]> {
  const { rows } = await sql<MarkRecord>`
    select r.id, r.registration_no, r.country, r.nice_class, r.name, r.goods, r.similar_groups, r.registered_on, r.expires_on, r.preliminary_on,
      coalesce(t.status, 'unknown') as status,
      coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'partyId', m.party_id) order by h.position)
        from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = r.district and h.trademark_id = r.id), '[]') as holders
    from ip_rights.trademark r
    left join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id
      and t.valid_from <= ${ctx.today} and (t.valid_to is null or ${ctx.today} < t.valid_to)
    where r.district = ${ctx.district} and ${test}
    order by r.name, r.registration_no, r.nice_class`.execute(db);
  return rows;
}

/** Evidence of the register itself, from imported lists, of one mark; that of the locker is left out. */
export async function listRegisterUse(
  db: Db,
  ctx: Ctx,
  mark: Pick<MarkRecord, 'registration_no' | 'nice_class'>,
): Promise<{ kind: string; on: string; note: string | null }[]> {
  const { rows } = await sql<{ kind: string; on: string; note: string | null }>`
    select kind, used_on as "on", note from ip_rights.trademark_use
    where district = ${ctx.district} and registration_no = ${mark.registration_no} and nice_class = ${mark.nice_class}
      and record_key not like ${`%|${LOCKER}:%`} and used_on <= ${ctx.today} order by used_on desc`.execute(db);
  return rows;
}

/** Sources of the locker in the register of evidence begin with it. */
const LOCKER = 'locker';
export const lockerSource = (evidenceId: string) => `${LOCKER}:${evidenceId}`;
