import type { CompiledPolicy } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { analyse } from '../domain/analyse.ts';
import { isInForce, type PolicyVersion, type StoredVersion } from '../domain/policy-version.ts';
import { findVersion, selectVersions } from '../repositories/policy-repository.ts';

/** The version with its findings and its rules, ready to be applied. */
export function withAnalysis(ctx: Ctx, version: StoredVersion): PolicyVersion {
  const { catalogue } = ctx.services.facts;
  return { ...version, ...analyse(version.policy, catalogue, ctx.today, version.contentHash) };
}

/** Versions in force on a day, in order of code. Legacy ones are never among them. */
export async function listPublished(ctx: Ctx, on: string): Promise<PolicyVersion[]> {
  const versions = await selectVersions(ctx.db, ctx.district);
  return versions.filter((version) => isInForce(version, on)).map((version) => withAnalysis(ctx, version));
}

/** @throws AppError platform.not-found */
export async function getPolicyVersion(ctx: Ctx, id: string): Promise<PolicyVersion> {
  const version = await findVersion(ctx.db, ctx.district, id);
  if (version === undefined) throw new AppError('platform.not-found');
  return withAnalysis(ctx, version);
}

/** The rules of a version. @throws AppError policies.policy.unreadable when one of them can no longer be read */
export function requireCompiled(version: PolicyVersion): CompiledPolicy {
  if (version.compiled === undefined)
    throw new AppError('policies.policy.unreadable', { title: version.policy.title, version: version.version });
  return version.compiled;
}
