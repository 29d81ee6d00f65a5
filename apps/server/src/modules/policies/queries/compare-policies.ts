import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { comparePolicyWords, type Worded } from '../domain/compare-policies.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { selectVersions } from '../repositories/policy-repository.ts';
import { getPolicyVersion, withAnalysis } from './policy-versions.ts';
import { toSummary, viewAnalysis } from './view-policy.ts';

const worded = (ctx: Ctx, version: PolicyVersion): Worded => ({
  policy: { ...version.policy, effectiveTo: version.effectiveTo },
  ...viewAnalysis(ctx, version.policy, version),
});

async function versionBefore(ctx: Ctx, version: PolicyVersion): Promise<PolicyVersion | undefined> {
  const versions = await selectVersions(ctx.db, ctx.district, version.code);
  const earlier = versions.find((one) => one.version < version.version);
  return earlier === undefined ? undefined : withAnalysis(ctx, earlier);
}

/**
 * What changed since an earlier version, in words.
 * @param since the version before, unless one is named
 * @throws AppError platform.not-found
 */
export async function comparePolicies(
  ctx: Ctx,
  id: string,
  since?: string,
): Promise<RouteOutput<typeof routes.comparePolicies>> {
  const after = await getPolicyVersion(ctx, id);
  const before = since === undefined ? await versionBefore(ctx, after) : await getPolicyVersion(ctx, since);
  const summary = toSummary(ctx, after);
  if (before === undefined)
    return { before: null, after: summary, general: [], items: [], same: after.policy.items.length };
  const kinds = ctx.services.facts.catalogue.findFact('enterprise', 'kind')?.values;
  const kindLabel = (kind: string) => kinds?.[kind]?.[ctx.language] ?? kind;
  const compared = comparePolicyWords(worded(ctx, before), worded(ctx, after), { language: ctx.language, kindLabel });
  return { before: toSummary(ctx, before), after: summary, ...compared };
}
