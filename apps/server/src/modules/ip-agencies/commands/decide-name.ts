import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { linkFilings } from '../jobs/link-filings.ts';
import { selectCards } from '../repositories/agency-repository.ts';
import { writtenNameExists } from '../repositories/name-repository.ts';

/**
 * Says which agency a written name stands for, or none of the register; a later decision stands above an earlier one.
 * @throws AppError ip-agencies.name.unknown · platform.not-found
 */
export async function decideAgencyName(
  ctx: Ctx,
  input: { readonly written: string; readonly agencyId: string | null; readonly note: string | null },
): Promise<void> {
  const { written, agencyId, note } = input;
  await inTransaction(ctx, async (tx) => {
    if (!(await writtenNameExists(tx, ctx.district, written)))
      throw new AppError('ip-agencies.name.unknown', { written });
    const card = agencyId === null ? undefined : (await selectCards(tx, ctx.district, [agencyId])).get(agencyId);
    if (agencyId !== null && card === undefined) throw new AppError('platform.not-found');
    await sql`insert into agencies.name_decision (district, id, written, agency_id, note, actor_id, actor_name, at)
      values (${ctx.district}, ${uuidv7()}, ${written}, ${card?.id ?? null}, ${note}, ${ctx.actor.userId}, ${ctx.actor.displayName},
        ${ctx.now.toISOString()})`.execute(tx);
    await linkFilings(tx, ctx);
    await writeAudit(tx, ctx, {
      action: 'ip-agencies.name.decide',
      subject: { kind: 'agencies.name', id: written, label: written },
      details: { agencyId: card?.id ?? null, agency: card?.name ?? null, note },
    });
  });
}

/** Withdraws a decision on a name; the name is worked out anew. @throws AppError ip-agencies.decision.withdrawn · 404 */
export async function withdrawAgencyName(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      written: string;
      withdrawnAt: string | null;
    }>`select written, withdrawn_at as "withdrawnAt"
      from agencies.name_decision where district = ${ctx.district} and id = ${id} for update`.execute(tx);
    const found = rows[0];
    if (found === undefined) throw new AppError('platform.not-found');
    if (found.withdrawnAt !== null) throw new AppError('ip-agencies.decision.withdrawn');
    await sql`update agencies.name_decision set withdrawn_at = ${ctx.now.toISOString()}, withdrawn_by = ${ctx.actor.displayName}
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await linkFilings(tx, ctx);
    await writeAudit(tx, ctx, {
      action: 'ip-agencies.name.withdraw',
      subject: { kind: 'agencies.name', id: found.written, label: found.written },
    });
  });
}
