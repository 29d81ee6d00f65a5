import type { PaidBefore } from '@jince/entitlements';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { findPaidAchievement } from '../repositories/achievement-repository.ts';

export interface PaidKey {
  readonly amountFen: number;
  /** Null: due, or its day is not known. */
  readonly paidOn: string | null;
  /** What it was paid by: the label of a claim line, or the item of an earlier list. */
  readonly by: string;
}

interface PaidRow {
  readonly party_id: string;
  readonly key: string | null;
  readonly amount_fen: number;
  readonly paid_on: string | null;
  readonly by: string;
  readonly year: number;
  readonly item: string | null;
  readonly policy: string | null;
  readonly stacking_group: string | null;
}

/** Whatever was paid or is due to parties, now and in earlier lists, by their present ids. */
async function selectPaid(ctx: Ctx, partyIds: readonly string[] | undefined, asOf: string): Promise<PaidRow[]> {
  const only = sql`(${partyIds ?? null}::uuid[] is null or q.id = any(${partyIds ?? null}::uuid[]))`;
  const { rows } = await sql<PaidRow>`
    select q.id as party_id, p.achievement_key as key, p.amount_fen, p.paid_on, p.origin_label as by, c.year, c.item, c.policy,
      c.stacking_group
    from funds.payable p join funds.commitment c on c.district = p.district and c.id = p.commitment_id
    join parties.party q on q.district = p.district and q.record_key = p.party_key
    where p.district = ${ctx.district} and p.state <> 'cancelled' and ${only}
      and coalesce(p.paid_on, (p.released_at at time zone 'Asia/Shanghai')::date) <= ${asOf}::date
    union all
    select q.id, l.achievement_key, l.amount_fen, l.paid_on, l.item, l.year, null, null,
      nullif(l.trigger, 'other')
    from funds.legacy_payment l join parties.mention m on m.district = l.district and m.id = l.mention_id
    join parties.party q on q.district = m.district and q.id = m.party_id
    where l.district = ${ctx.district} and ${only} and coalesce(l.paid_on, make_date(l.year, 12, 31)) <= ${asOf}::date`.execute(
    ctx.db,
  );
  return rows;
}

/** Whether an achievement is paid or due to anybody, in this system or by an earlier list. */
export async function isPaidAchievement(ctx: Ctx, key: string): Promise<boolean> {
  return (await findPaidAchievement(ctx.db, ctx.district, key)) !== undefined;
}

/**
 * Keys that are taken, with what took them. Keys of the whole district include those of payees no register knows.
 * @param filter.partyIds only what these parties got
 */
export async function readPaidKeys(
  ctx: Ctx,
  filter: { readonly partyIds?: readonly string[] } = {},
): Promise<ReadonlyMap<string, PaidKey>> {
  const keys = new Map<string, PaidKey>();
  if (filter.partyIds === undefined) {
    const { rows } = await sql<{ key: string; amount_fen: number; paid_on: string | null; by: string }>`
      select a.achievement_key as key, coalesce(p.amount_fen, l.amount_fen) as amount_fen, coalesce(p.paid_on, l.paid_on) as paid_on,
        coalesce(p.origin_label, l.item) as by
      from funds.achievement a
      left join funds.payable p on a.owner = 'payable' and p.district = a.district and p.id = a.owner_id
      left join funds.legacy_payment l on a.owner = 'legacy' and l.district = a.district and l.id = a.owner_id
      where a.district = ${ctx.district}`.execute(ctx.db);
    for (const row of rows) keys.set(row.key, { amountFen: row.amount_fen, paidOn: row.paid_on, by: row.by });
    return keys;
  }
  for (const row of await selectPaid(ctx, filter.partyIds, '9999-12-31'))
    if (row.key !== null) keys.set(row.key, { amountFen: row.amount_fen, paidOn: row.paid_on, by: row.by });
  return keys;
}

/**
 * What parties got before, for caps and stacking, by party.
 * `policy`, `group` and `item` are those the commitment was made with; of earlier lists `item` holds the words and `group`
 * the trigger: groups that bear a trigger's name count what earlier lists paid for it.
 * @param partyIds undefined: the whole district
 */
export async function readPaidBefore(
  ctx: Ctx,
  partyIds: readonly string[] | undefined,
  asOf: string,
): Promise<ReadonlyMap<string, readonly PaidBefore[]>> {
  const byParty = new Map<string, PaidBefore[]>();
  for (const row of await selectPaid(ctx, partyIds, asOf)) {
    const { policy, stacking_group: group, year, amount_fen: fen } = row;
    const one = { group, item: row.item ?? row.by, policy: policy ?? '', year, fen };
    byParty.set(row.party_id, [...(byParty.get(row.party_id) ?? []), one]);
  }
  return byParty;
}
