import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { StoredVersion } from '../domain/policy-version.ts';
import { findVersion, lockVersions } from '../repositories/policy-repository.ts';

/**
 * A version with all of its code, held until the transaction ends.
 * @throws AppError platform.not-found
 */
export async function lockVersion(
  tx: Tx,
  ctx: Ctx,
  id: string,
): Promise<{ readonly version: StoredVersion; readonly versions: readonly StoredVersion[] }> {
  const found = await findVersion(tx, ctx.district, id);
  if (found === undefined) throw new AppError('platform.not-found');
  const versions = await lockVersions(tx, ctx.district, found.code);
  const version = versions.find((one) => one.id === id);
  if (version === undefined) throw new AppError('platform.not-found');
  return { version, versions };
}

/**
 * A draft that nobody changed since it was read.
 * @param revision the one the reader saw; absent: any
 * @throws AppError platform.not-found · policies.policy.not-draft · policies.policy.changed-meanwhile
 */
export async function lockDraft(tx: Tx, ctx: Ctx, id: string, revision?: number) {
  const held = await lockVersion(tx, ctx, id);
  const { version } = held;
  if (version.state !== 'draft') throw new AppError('policies.policy.not-draft', { version: version.version });
  if (revision !== undefined && version.revision !== revision)
    throw new AppError('policies.policy.changed-meanwhile', { by: version.editedBy });
  return held;
}
