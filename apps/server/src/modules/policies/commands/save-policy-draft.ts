import type { Policy } from '@jince/entitlements';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { analyse } from '../domain/analyse.ts';
import { contentHash } from '../domain/canonical.ts';
import { keepable } from '../domain/keepable.ts';
import { blocks } from '../domain/policy-version.ts';
import { readDocument } from '../domain/read-document.ts';
import { lockDraft } from '../queries/lock-version.ts';
import { getPolicyVersion } from '../queries/policy-versions.ts';
import { noteEditor, updateContent } from '../repositories/policy-repository.ts';
import { refuseProhibited } from './refuse-prohibited.ts';

export interface PolicyChanges {
  readonly document: unknown;
  readonly revision: number;
  readonly note?: string | null | undefined;
}

function requirePolicy(ctx: Ctx, document: unknown): Policy {
  const read = readDocument(document, ctx.language);
  if (read.ok) return read.policy;
  const problems = read.problems.map(({ path, place, text }) => ({ path, message: `${place}：${text}` }));
  throw new AppError('policies.policy.incomplete', { problem: problems[0]?.message ?? '' }, problems);
}

/**
 * Keeps a draft as a whole. What analysis finds does not hinder it, except what a national notice forbids: that can be
 * written down as history only.
 * @throws AppError platform.not-found · policies.policy.incomplete · .prohibited · .not-draft · .changed-meanwhile · .code-fixed
 */
export async function savePolicyDraft(
  ctx: Ctx,
  id: string,
  { document, revision, note }: PolicyChanges,
): Promise<{ revision: number; blocks: number; warnings: number }> {
  await getPolicyVersion(ctx, id);
  const policy = requirePolicy(ctx, document);
  const { findings } = analyse(policy, ctx.services.facts.catalogue, ctx.today);
  refuseProhibited(ctx, policy);
  await inTransaction(ctx, async (tx) => {
    const { version } = await lockDraft(tx, ctx, id, revision);
    if (policy.code !== version.code) throw new AppError('policies.policy.code-fixed', { code: version.code });
    await updateContent(tx, ctx, id, {
      policy,
      contentHash: contentHash(policy),
      note: note === undefined ? version.note : keepable(note),
    });
    await noteEditor(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: 'policies.policy.edit',
      subject: { kind: 'policy', id, label: policy.title },
      details: { version: version.version, revision: revision + 1 },
    });
  });
  const blocking = blocks(findings).length;
  return { revision: revision + 1, blocks: blocking, warnings: findings.length - blocking };
}
