import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findInspectors, listInspectors } from '../queries/inspectors.ts';

/** Says which account signs in for an officer; an account stands for one officer. @throws AppError 404 */
export async function linkInspector(ctx: Ctx, officerId: string, userId: string): Promise<void> {
  const [officer] = await findInspectors(ctx, { ids: [officerId] });
  const { accounts } = await listInspectors(ctx, { q: '' });
  const account = accounts.find((one) => one.userId === userId);
  if (officer === undefined || account === undefined) throw new AppError('platform.not-found');
  await inTransaction(ctx, async (tx) => {
    await sql`delete from inspections.officer_link where district = ${ctx.district} and user_id = ${userId}`.execute(
      tx,
    );
    await sql`insert into inspections.officer_link (district, officer_id, user_id, set_by, at)
      values (${ctx.district}, ${officerId}, ${userId}, ${ctx.actor.displayName}, ${ctx.now})
      on conflict (district, officer_id) do update set user_id = excluded.user_id, set_by = excluded.set_by, at = excluded.at`.execute(
      tx,
    );
    await writeAudit(tx, ctx, {
      action: 'inspections.task.link',
      subject: { kind: 'officer', id: officerId, label: officer.name },
      details: { account: account.name },
    });
  });
}
