import type { Policy } from '@jince/entitlements';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { contentHash } from '../domain/canonical.ts';
import { keepable } from '../domain/keepable.ts';
import { policySkeleton } from '../domain/policy-skeleton.ts';
import { getPolicyVersion } from '../queries/policy-versions.ts';
import { insertVersion, lockVersions, noteEditor } from '../repositories/policy-repository.ts';

export type PolicyBeginning = { readonly from: string } | { readonly code: string; readonly title: string };

async function beginningOf(ctx: Ctx, given: PolicyBeginning): Promise<Policy> {
  if ('from' in given) {
    const { policy } = await getPolicyVersion(ctx, given.from);
    // From today on, so that the version it follows ends yesterday unless another day is written.
    return policy.effectiveFrom < ctx.today ? { ...policy, effectiveFrom: ctx.today } : policy;
  }
  const bureau = ctx.services.jurisdiction.bodies.find((body) => body.kind === 'bureau');
  const fund = ctx.services.jurisdiction.policies[0]?.content.fund;
  return policySkeleton({
    code: given.code,
    title: keepable(given.title) ?? given.code,
    issuer: bureau?.name ?? ctx.services.district.name,
    fund: typeof fund === 'string' ? fund : ctx.services.district.name,
    today: ctx.today,
  });
}

/**
 * Begins a policy, or the next version of one; a published version itself never changes.
 * @throws AppError policies.policy.code-taken · policies.policy.draft-exists · platform.not-found
 */
export async function createPolicyDraft(ctx: Ctx, given: PolicyBeginning): Promise<string> {
  const policy = await beginningOf(ctx, given);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const versions = await lockVersions(tx, ctx.district, policy.code);
    if (!('from' in given) && versions.length > 0)
      throw new AppError('policies.policy.code-taken', { code: policy.code });
    const draft = versions.find((one) => one.state === 'draft');
    if (draft !== undefined) throw new AppError('policies.policy.draft-exists', { version: draft.version });
    const version = 1 + Math.max(0, ...versions.map((one) => one.version));
    await insertVersion(tx, ctx, {
      id,
      version,
      state: 'draft',
      source: 'office',
      policy,
      contentHash: contentHash(policy),
      note: null,
    });
    await noteEditor(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: 'policies.policy.create',
      subject: { kind: 'policy', id, label: policy.title },
      details: { code: policy.code, version },
    });
  });
  return id;
}
