import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { bodyScopeOf } from '../domain/officer-scope.ts';
import { OFFICER_LINK } from '../organisation.catalogue.ts';
import { findLinkable, findLinkedOfficer, findOfficerWithin } from '../repositories/officer-account-repository.ts';

/**
 * Says which account signs in for an officer, or that none does. The same again confirms a link taken over from a name.
 * @throws AppError 404 · organisation.officer.account-taken
 */
export async function linkOfficerAccount(ctx: Ctx, officerId: string, userId: string | null): Promise<{ ok: true }> {
  await inTransaction(ctx, async (tx) => {
    const at = { ...ctx, db: tx };
    const scope = bodyScopeOf(scopeFor(ctx, OFFICER_LINK), ctx.services.places);
    const officer = await findOfficerWithin(at, officerId, scope);
    if (officer === undefined) throw new AppError('platform.not-found');
    const account = userId === null ? null : await findLinkable(at, userId);
    if (account === undefined) throw new AppError('platform.not-found');
    const taken = userId === null ? undefined : await findLinkedOfficer(at, userId);
    if (taken !== undefined && taken.key !== officer.key)
      throw new AppError('organisation.officer.account-taken', { officer: taken.name });
    if (userId === null)
      await sql`delete from organisation.officer_account where district = ${ctx.district} and officer_key = ${officer.key}`.execute(
        tx,
      );
    else
      await sql`insert into organisation.officer_account (district, officer_key, user_id, set_by_name, set_at)
        values (${ctx.district}, ${officer.key}, ${userId}, ${ctx.actor.displayName}, ${ctx.now})
        on conflict (district, officer_key) do update set user_id = excluded.user_id, set_by_name = excluded.set_by_name,
          set_at = excluded.set_at, from_name = false`.execute(tx);
    await writeAudit(tx, ctx, {
      action: OFFICER_LINK,
      subject: { kind: 'officer', id: officerId, label: officer.name },
      details: { account: account?.name ?? null },
    });
    await publishEvent(tx, ctx, 'organisation.officer.linked', { officerId, userId });
  });
  return { ok: true };
}
