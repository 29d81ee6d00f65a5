import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { reachHit } from '../queries/reach-hit.ts';
import { decideShop } from '../repositories/shop-repository.ts';
import { HIT_ACT } from '../trademark-watch.catalogue.ts';

interface Decision {
  readonly state: 'linked' | 'outside' | 'unknown';
  readonly partyId: string | null;
  readonly outsidePlace: string | null;
}

/** Says who stands behind the shop of a hit, for all its hits. @throws AppError trademark-watch.hit.party-missing */
export async function decideWatchShop(ctx: Ctx, id: string, decision: Decision): Promise<void> {
  const hit = await reachHit(ctx, id, HIT_ACT);
  const partyId = decision.state === 'linked' ? decision.partyId : null;
  const place = decision.state === 'outside' ? decision.outsidePlace : null;
  const missing =
    (decision.state === 'linked' && partyId === null) || (decision.state === 'outside' && (place ?? '') === '');
  if (missing) throw new AppError('trademark-watch.hit.party-missing');
  await inTransaction(ctx, async (tx) => {
    if (partyId !== null) {
      const { rows } =
        await sql`select 1 from parties.party where district = ${ctx.district} and id = ${partyId}`.execute(tx);
      if (rows.length === 0) throw new AppError('trademark-watch.hit.party-missing');
    }
    await decideShop(tx, ctx, hit.subject_key, { state: decision.state, partyId, place });
    await writeAudit(tx, ctx, {
      action: HIT_ACT,
      subject: { kind: 'trademark-watch.hit', id, label: `${hit.platform ?? ''} ${hit.subject ?? ''}`.trim() },
      details: { shop: decision.state, partyId, place },
    });
  });
}
