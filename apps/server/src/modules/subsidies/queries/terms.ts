import { addYears } from '@jince/calendar';
import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { ClockTerm } from '../../../platform/procedures/index.ts';
import { listTermChanges } from '../repositories/term-repository.ts';

/** A term as it holds on a day: the office's change, else that of the jurisdiction pack. @throws RangeError for an unknown one */
export async function termOn(ctx: Ctx, term: string, on: string): Promise<ClockTerm> {
  const known = ctx.services.jurisdiction.subsidyTerms.terms.find((one) => one.term === term);
  if (known === undefined) throw new RangeError(`There is no term '${term}'`);
  const change = (await listTermChanges(ctx.db, ctx.district, on)).get(term);
  return { count: change?.count ?? known.count, unit: known.unit, article: change?.article ?? known.article };
}

/** Years a party is barred for a reason; none where the pack names no term for it. */
export async function banYearsFor(ctx: Ctx, reason: string): Promise<number> {
  const term = `ban-${reason}`;
  const known = ctx.services.jurisdiction.subsidyTerms.terms.some((one) => one.term === term);
  return known ? (await termOn(ctx, term, ctx.today)).count : 0;
}

/** Last day of a ban that begins on a day. */
export const banUntil = (from: string, years: number): string => addYears(from, years);

/** Every term with where it comes from. */
export async function getClaimTerms(ctx: Ctx): Promise<RouteOutput<(typeof routes)['getClaimTerms']>> {
  const changes = await listTermChanges(ctx.db, ctx.district, ctx.today);
  return {
    items: ctx.services.jurisdiction.subsidyTerms.terms.map((one) => {
      const change = changes.get(one.term);
      return {
        ...one,
        count: change?.count ?? one.count,
        article: change?.article ?? one.article,
        from: change?.from ?? null,
        changedBy: change?.changedBy ?? null,
        note: change?.note ?? ctx.services.jurisdiction.subsidyTerms.note,
      };
    }),
  };
}
