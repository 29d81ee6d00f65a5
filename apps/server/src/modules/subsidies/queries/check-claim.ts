import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getPolicyVersion, listPublished } from '../../policies/index.ts';
import { compareLines } from '../domain/compare-lines.ts';
import { requireOtherVersion } from '../domain/require-other-version.ts';
import { listCalculations } from '../repositories/calculation-repository.ts';
import { type ClaimRow, listLines } from '../repositories/claim-repository.ts';
import { CLAIM_READ } from '../subsidies.catalogue.ts';
import { computeClaim, orderOf } from './compute-claim.ts';
import { openClaim } from './open-claim.ts';

type Comparison = RouteOutput<(typeof routes)['getClaimCheck']>;

async function compare(ctx: Ctx, claim: ClaimRow, versionId: string): Promise<Comparison> {
  const lines = await listLines(ctx.db, ctx.district, [claim.id]);
  const now = await computeClaim(ctx, orderOf(claim, lines, versionId));
  const before = (await listCalculations(ctx.db, ctx.district, claim.id)).at(-1);
  const amounts = new Map((before?.lines ?? []).map((line) => [line.lineId, line.amountFen]));
  const changes = compareLines(before?.lines ?? [], now.lines);
  const { policy, id, code, version } = now.version;
  return {
    policy: { versionId: id, code, version, title: policy.title, example: policy.example },
    factsAsOf: now.factsAsOf,
    beforeFen: before?.totalFen ?? null,
    afterFen: now.totalFen,
    differs: changes.length > 0,
    changes,
    stops: [...now.stops],
    lines: now.lines.map((line) => ({
      label: line.label,
      item: line.item,
      beforeFen: amounts.get(line.lineId) ?? null,
      afterFen: line.amountFen,
      steps: [...line.steps],
      refusals: [...line.refusals],
    })),
  };
}

/** What a claim would give with the facts of now, beside what it rests on. @throws AppError 404 */
export async function getClaimCheck(ctx: Ctx, id: string): Promise<Comparison> {
  const claim = await openClaim(ctx, id, CLAIM_READ);
  return compare(ctx, claim, claim.versionId);
}

/** The same under another version; absent, the newest in force. @throws AppError 404, subsidies.claim.same-version */
export async function compareClaimVersion(ctx: Ctx, id: string, versionId: string | undefined): Promise<Comparison> {
  const claim = await openClaim(ctx, id, CLAIM_READ);
  const newest = (await listPublished(ctx, ctx.today)).find((one) => one.code === claim.policyCode)?.id;
  const wanted = versionId ?? newest;
  if (wanted === undefined) throw new AppError('subsidies.claim.same-version');
  requireOtherVersion(claim, await getPolicyVersion(ctx, wanted));
  return compare(ctx, claim, wanted);
}
