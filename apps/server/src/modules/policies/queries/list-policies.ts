import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { selectVersions } from '../repositories/policy-repository.ts';
import { withAnalysis } from './policy-versions.ts';
import { toSummary } from './view-policy.ts';

export async function listPolicies(ctx: Ctx): Promise<RouteOutput<typeof routes.listPolicies>> {
  const versions = await selectVersions(ctx.db, ctx.district);
  return { items: versions.map((version) => toSummary(ctx, withAnalysis(ctx, version))) };
}
