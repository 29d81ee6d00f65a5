import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { partyMatcher } from '../../parties/index.ts';

export interface ShopRow {
  readonly subject_key: string;
  readonly state: 'proposed' | 'linked' | 'outside' | 'unknown';
  readonly proposed_party: string | null;
  readonly party_id: string | null;
  readonly party_name: string | null;
  readonly town_code: string | null;
  readonly outside_place: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
}

interface Unknown {
  readonly subject_key: string;
  readonly platform: string | null;
  readonly subject: string;
  readonly operator: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
}

const AT_A_TIME = 500;
const REASONS = 4;

/**
 * Proposes for each shop that is new which enterprise of the register stands behind it, by its operator, its own name and place. A proposal
 * says why and has no effect until a person decides.
 */
export async function proposeShops(ctx: Ctx): Promise<number> {
  let proposed = 0;
  for (;;) {
    const { rows } =
      await sql<Unknown>`select distinct on (h.subject_key) h.subject_key, h.platform, h.subject, h.operator, h.subject_uscc as uscc,
        h.address from trademark_watch.hit h where h.district = ${ctx.district} and h.subject is not null
        and not exists (select 1 from trademark_watch.shop s where s.district = h.district and s.subject_key = h.subject_key)
      order by h.subject_key, h.last_seen desc limit ${AT_A_TIME}`.execute(ctx.db);
    if (rows.length === 0) return proposed;
    const matcher = await partyMatcher(ctx);
    for (const row of rows) {
      const found = matcher.match({
        id: row.subject_key,
        name: row.operator ?? row.subject,
        ...(row.address === null ? {} : { address: row.address }),
        ...(row.uscc === null ? {} : { uscc: row.uscc }),
      });
      const best = found.decision === 'none' ? undefined : found.best;
      if (best !== undefined) proposed++;
      await sql`insert into trademark_watch.shop (district, subject_key, platform, name, proposed_party, score, reasons, state)
        values (${ctx.district}, ${row.subject_key}, ${row.platform}, ${row.operator ?? row.subject}, ${best?.id ?? null}, ${best?.score ?? null},
          ${JSON.stringify(found.reasons.slice(0, REASONS).map(({ text }) => text))}::jsonb, 'proposed') on conflict do nothing`.execute(
        ctx.db,
      );
    }
  }
}

export async function findShop(db: Db, district: string, key: string): Promise<ShopRow | undefined> {
  const { rows } =
    await sql<ShopRow>`select s.subject_key, s.state, s.proposed_party, s.party_id, p.name as party_name, p.town_code,
      s.outside_place, s.score, s.reasons from trademark_watch.shop s
    left join parties.party p on p.district = s.district and p.id = coalesce(s.party_id, s.proposed_party)
    where s.district = ${district} and s.subject_key = ${key}`.execute(db);
  return rows[0];
}

export async function decideShop(
  tx: Tx,
  ctx: Ctx,
  key: string,
  decision: {
    readonly state: 'linked' | 'outside' | 'unknown';
    readonly partyId: string | null;
    readonly place: string | null;
  },
): Promise<void> {
  await sql`update trademark_watch.shop set state = ${decision.state}, party_id = ${decision.partyId}, outside_place = ${decision.place},
      decided_by_name = ${ctx.actor.displayName}, decided_at = ${ctx.now}
    where district = ${ctx.district} and subject_key = ${key}`.execute(tx);
  await sql`update trademark_watch.hit h set party_id = ${decision.partyId},
      town_code = (select p.town_code from parties.party p where p.district = h.district and p.id = ${decision.partyId})
    where h.district = ${ctx.district} and h.subject_key = ${key}`.execute(tx);
}
