import { refuseOnRecord, writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { eveOf } from '../domain/eve-of.ts';
import { placeOf } from '../domain/place-of.ts';
import { blocks, type PolicyState, type PolicyVersion, type StoredVersion } from '../domain/policy-version.ts';
import { lockDraft } from '../queries/lock-version.ts';
import { getPolicyVersion, withAnalysis } from '../queries/policy-versions.ts';
import { endVersion, listEditors, markPublished, markRetired } from '../repositories/policy-repository.ts';
import { refuseProhibited } from './refuse-prohibited.ts';

function refuseBlocked(ctx: Ctx, version: PolicyVersion): void {
  refuseProhibited(ctx, version.policy);
  // Invented amounts are for trials: an office decides its own.
  if (version.policy.example && !ctx.services.district.demo) throw new AppError('policies.policy.example');
  const found = blocks(version.findings);
  const [first] = found;
  if (first === undefined) return;
  const problems = found.map(({ path, text }) => ({
    path,
    message: `${placeOf(version.policy, path, ctx.language)}：${text}`,
  }));
  throw new AppError('policies.policy.blocked', { problem: problems[0]?.message ?? '' }, problems);
}

async function refuseEditors(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const editors = await listEditors(tx, ctx.district, id);
  if (ctx.actor.userId !== null && editors.some((one) => one.id === ctx.actor.userId))
    throw new AppError('policies.policy.apart');
}

/** Earlier versions end on the eve; one that began no sooner was never to apply besides this one and is replaced. */
async function endEarlier(
  tx: Tx,
  ctx: Ctx,
  version: StoredVersion,
  versions: readonly StoredVersion[],
): Promise<number[]> {
  const from = version.effectiveFrom;
  const running = versions.filter(
    (one) => one.state === 'published' && (one.effectiveTo === null || one.effectiveTo >= from),
  );
  for (const one of running) {
    if (one.effectiveFrom < from) await endVersion(tx, ctx, one.id, eveOf(from));
    else await markRetired(tx, ctx, one.id, `由第${version.version}版替代`);
  }
  return running.map((one) => one.version);
}

/**
 * Brings a draft into force that somebody else wrote and that analysis finds nothing against. One whose items are all
 * history is filed as such: it can be read, never applied for or paid.
 * @throws AppError policies.policy.prohibited · .blocked · .apart · .not-draft · .changed-meanwhile
 */
export async function publishPolicy(
  ctx: Ctx,
  id: string,
  revision: number,
): Promise<{ state: PolicyState; ended: number[] }> {
  const seen = await getPolicyVersion(ctx, id);
  const record = {
    action: 'policies.policy.publish',
    subject: { kind: 'policy', id, label: seen.policy.title },
    details: { code: seen.code, version: seen.version },
  };
  return refuseOnRecord(ctx, record, () =>
    inTransaction(ctx, async (tx) => {
      const { version, versions } = await lockDraft(tx, ctx, id, revision);
      refuseBlocked(ctx, withAnalysis(ctx, version));
      await refuseEditors(tx, ctx, id);
      const state = version.policy.items.every((item) => item.legacy) ? 'legacy' : 'published';
      await markPublished(tx, ctx, id, state);
      const ended = state === 'legacy' ? [] : await endEarlier(tx, ctx, version, versions);
      if (state === 'published')
        await publishEvent(tx, ctx, 'policies.policy.published', { versionId: id, code: version.code });
      await writeAudit(tx, ctx, { ...record, details: { ...record.details, state, ended, hash: version.contentHash } });
      return { state, ended };
    }),
  );
}
