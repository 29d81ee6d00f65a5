import type { Ctx } from '../../../platform/context/context.ts';

/** Years a report can be made of: from that of the plan's issue to the running one, newest first. */
export function reportYears(ctx: Ctx): number[] {
  const first = Number(ctx.services.jurisdiction.plan.issuedOn.slice(0, 4));
  const last = Number(ctx.today.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, n) => last - n);
}
