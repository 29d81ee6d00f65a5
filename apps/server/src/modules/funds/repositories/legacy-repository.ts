import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { takeTurn } from './ledger-repository.ts';

/** Payments touched by the projection, as they stand in the table. */
const touched = (district: string) => sql`funds.legacy_payment l
  join (select record_key from jince_projected union all select record_key from jince_vanished) k on k.record_key = l.record_key
  where l.district = ${district}`;

async function markPayees(tx: Tx, ctx: Ctx): Promise<void> {
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from parties.mention m where m.district = ${ctx.district}
      and m.id in (select l.mention_id from ${touched(ctx.district)})`,
  );
}

/** Earlier payments of an achievement that nobody holds take it: what is paid is barred, whichever list says so. */
export async function takeLegacyAchievements(tx: Tx, district: string, achievements: readonly string[]): Promise<void> {
  await sql`insert into funds.achievement (district, achievement, achievement_key, owner, owner_id)
    select distinct on (achievement) district, achievement, achievement_key, 'legacy', id from funds.legacy_payment
    where district = ${district} and achievement = any(${achievements}::text[]) order by achievement, year, id
    on conflict do nothing`.execute(tx);
}

/** Brings the earlier payments in line with the merged rows of the lists, and what they bar with them. */
export async function projectLegacyPayments(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await takeTurn(tx, ctx);
  await markPayees(tx, ctx);
  const { rows } = await sql<{ achievement: string }>`
    select l.achievement from ${touched(district)} and l.achievement is not null
    union select record_values->>'achievement' from jince_projected where record_values ? 'achievement'`.execute(tx);
  const achievements = rows.map((row) => row.achievement);
  await sql`delete from funds.achievement where district = ${district} and owner = 'legacy'
    and achievement = any(${achievements}::text[])`.execute(tx);
  await sql`delete from funds.legacy_payment l using jince_vanished v where l.district = ${district} and l.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into funds.legacy_payment (district, id, record_key, mention_id, year, item, trigger, key_text, achievement_key, achievement,
      amount_fen, paid_on, document_no)
    select ${district}, gen_random_uuid(), s.record_key, m.id, (v->>'year')::int, v->>'item', v->>'trigger', v->>'keyText',
      v->>'achievementKey', v->>'achievement', (v->'amount'->>'amountFen')::bigint, (v->>'paidOn')::date, v->>'documentNo'
    from (select record_key, record_values as v, record_values->'holders'->0 as h from jince_projected) s
    join parties.mention m on m.district = ${district} and m.name_key = h->>'key' and m.locality = coalesce(h->>'locality', '')
      and m.uscc = coalesce(h->>'uscc', '')
    on conflict (district, record_key) do update set mention_id = excluded.mention_id, year = excluded.year, item = excluded.item,
      trigger = excluded.trigger, key_text = excluded.key_text, achievement_key = excluded.achievement_key,
      achievement = excluded.achievement, amount_fen = excluded.amount_fen, paid_on = excluded.paid_on,
      document_no = excluded.document_no`.execute(tx);
  await takeLegacyAchievements(tx, district, achievements);
  await markPayees(tx, ctx);
  await bumpRegisterVersion(tx, district, 'funds');
}

export async function describeLegacyPayments(ctx: Ctx, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, { label: string; href: string }>();
  const { rows } = await sql<{ record_key: string; name: string; item: string; year: number; party_id: string | null }>`
    select l.record_key, m.name, l.item, l.year, m.party_id from funds.legacy_payment l
    join parties.mention m on m.district = l.district and m.id = l.mention_id
    where l.district = ${ctx.district} and l.record_key = any(${keys}::text[])`.execute(ctx.db);
  return new Map(
    rows.map((row) => [
      row.record_key,
      {
        label: `${row.name} · ${row.year} ${row.item}`,
        href: row.party_id === null ? '/matching' : `/enterprises/${row.party_id}`,
      },
    ]),
  );
}
