import { achievementOf } from '@jince/entitlements';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { takeLegacyAchievements } from './legacy-repository.ts';

export interface PaidAchievement {
  readonly achievement: string;
  readonly key: string;
  /** Who has it: a claim's or project's label, or the item of an earlier list. */
  readonly by: string;
  readonly party_name: string;
  readonly amount_fen: number;
  readonly paid_on: string | null;
  readonly year: number;
  readonly owner: 'payable' | 'legacy';
}

/** False when somebody has the achievement already: the key of the table decides, not a look before. */
export async function takeAchievement(tx: Tx, district: string, key: string, payableId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into funds.achievement (district, achievement, achievement_key, owner, owner_id)
    values (${district}, ${achievementOf(key)}, ${key}, 'payable', ${payableId}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** A cancelled payable gives its achievement free; what an earlier list says of it comes to the fore again. */
export async function freeAchievement(tx: Tx, district: string, payableId: string): Promise<void> {
  const { rows } = await sql<{ achievement: string }>`delete from funds.achievement
    where district = ${district} and owner = 'payable' and owner_id = ${payableId} returning achievement`.execute(tx);
  await takeLegacyAchievements(
    tx,
    district,
    rows.map((row) => row.achievement),
  );
}

export async function findPaidAchievement(db: Db, district: string, key: string): Promise<PaidAchievement | undefined> {
  const { rows } = await sql<PaidAchievement>`
    select a.achievement, a.achievement_key as key, coalesce(p.origin_label, l.item) as by, coalesce(p.party_name, m.name) as party_name,
      coalesce(p.amount_fen, l.amount_fen) as amount_fen, coalesce(p.paid_on, l.paid_on) as paid_on,
      coalesce(extract(year from coalesce(p.paid_on, (p.released_at at time zone 'Asia/Shanghai')::date))::int, l.year) as year, a.owner
    from funds.achievement a
    left join funds.payable p on a.owner = 'payable' and p.district = a.district and p.id = a.owner_id
    left join funds.legacy_payment l on a.owner = 'legacy' and l.district = a.district and l.id = a.owner_id
    left join parties.mention m on m.district = l.district and m.id = l.mention_id
    where a.district = ${district} and a.achievement = ${achievementOf(key)}`.execute(db);
  return rows[0];
}
