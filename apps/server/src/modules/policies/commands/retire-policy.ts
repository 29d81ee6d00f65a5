import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { keepable } from '../domain/keepable.ts';
import { lockVersion } from '../queries/lock-version.ts';
import { markRetired } from '../repositories/policy-repository.ts';

/**
 * Takes a version out of force. What was applied for under it keeps it.
 * @throws AppError platform.not-found · policies.policy.not-published
 */
export async function retirePolicy(ctx: Ctx, id: string, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { version } = await lockVersion(tx, ctx, id);
    if (version.state !== 'published')
      throw new AppError('policies.policy.not-published', { version: version.version });
    await markRetired(tx, ctx, id, keepable(reason) ?? '—');
    await writeAudit(tx, ctx, {
      action: 'policies.policy.retire',
      subject: { kind: 'policy', id, label: version.policy.title },
      details: { code: version.code, version: version.version, reason },
    });
  });
}
