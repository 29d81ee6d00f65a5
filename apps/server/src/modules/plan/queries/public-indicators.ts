import type { IndicatorSummary } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { findClause, viewPlan } from './compose-plan.ts';

/** One figure of the plan as everyone may read it: what it counts, where from, as of when. */
export interface PublicIndicator
  extends Pick<IndicatorSummary, 'code' | 'label' | 'unit' | 'decimals' | 'direction' | 'value' | 'target'> {
  readonly clause: string;
  /** One exact sentence, in Chinese. */
  readonly definition: string;
  readonly source: string | null;
  /** Ends of quarters; null where the registers do not fully reach. */
  readonly trend: readonly { readonly on: string; readonly value: number | null }[];
}

export interface PublicPlan {
  readonly title: string;
  readonly source: string;
  /** The day the figures are of. */
  readonly asOf: string;
  /** The figures that lead, in order. */
  readonly lead: readonly PublicIndicator[];
  /** Clauses with public figures, in the order of the plan. */
  readonly clauses: readonly {
    readonly code: string;
    readonly title: string;
    readonly text: string;
    readonly indicators: readonly PublicIndicator[];
  }[];
}

/** The plan's figures that the district made public; no other leaves the console. */
export async function readPublicPlan(ctx: Ctx): Promise<PublicPlan> {
  const { plan, planIndicators, publicIndicators } = ctx.services.jurisdiction;
  const { summaries, freshness } = await viewPlan(ctx, undefined);
  const shown = publicIndicators.indicators.flatMap((code): PublicIndicator[] => {
    const summary = summaries.find((one) => one.code === code);
    const pack = planIndicators.find((one) => one.code === code);
    if (summary === undefined || pack === undefined) return [];
    const { label, unit, decimals, direction, value, target, clause, spark } = summary;
    const text = { definition: pack.definition, source: pack.source ?? null };
    return [{ code, clause, label, unit, decimals, direction, value, target, trend: spark, ...text }];
  });
  const order = plan.chapters.flatMap((chapter) => chapter.clauses.map((clause) => clause.code));
  const clauses = order.flatMap((code) => {
    const indicators = shown.filter((one) => one.clause === code);
    if (indicators.length === 0) return [];
    const { clause } = findClause(ctx, code);
    return [{ code, title: clause.title[ctx.language], text: clause.text[ctx.language], indicators }];
  });
  return {
    title: plan.title[ctx.language],
    source: plan.source[ctx.language],
    asOf: freshness.asOf,
    lead: publicIndicators.lead.flatMap((code) => shown.filter((one) => one.code === code)),
    clauses,
  };
}
