import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { analyse } from '../domain/analyse.ts';
import { readDocument } from '../domain/read-document.ts';
import { viewAnalysis } from './view-policy.ts';

/** What is wrong with a policy while it is being written, and what it says so far. */
export async function checkPolicyDocument(
  ctx: Ctx,
  document: unknown,
): Promise<RouteOutput<typeof routes.checkPolicyDocument>> {
  const read = readDocument(document, ctx.language);
  if (!read.ok) return { problems: [...read.problems], findings: [], items: [], preconditions: [], terms: [] };
  const analysis = analyse(read.policy, ctx.services.facts.catalogue, ctx.today);
  return { problems: [], ...viewAnalysis(ctx, read.policy, analysis) };
}
