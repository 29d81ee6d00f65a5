import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { lockDraft } from '../queries/lock-version.ts';
import { deleteDraft } from '../repositories/policy-repository.ts';

/** Throws a draft away; the log keeps that it was there. @throws AppError platform.not-found · policies.policy.not-draft */
export async function discardPolicyDraft(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { version } = await lockDraft(tx, ctx, id);
    await deleteDraft(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: 'policies.policy.discard',
      subject: { kind: 'policy', id, label: version.policy.title },
      details: { code: version.code, version: version.version },
    });
  });
}
