import type { IndicatorDetail, RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { CampaignsPort, ClauseCampaign } from '../ports.ts';
import { viewPlan } from '../queries/compose-plan.ts';
import { isCountable } from '../queries/count-indicators.ts';
import { getPlan } from '../queries/get-plan.ts';
import { readCuts, showCuts } from '../queries/show-cuts.ts';
import { rulesInWords, showLineage } from '../queries/show-lineage.ts';

type Plan = RouteOutput<typeof routes.getPlan>;

/** Cut of an indicator that puts its subjects to towns. */
const TOWN_CUT = 'town';

/** How a figure is defined and what it was made of. */
export interface Origin {
  readonly code: string;
  readonly definition: string;
  readonly source: string | null;
  readonly version: number;
  /** What is counted, in words; null while its module is not built. */
  readonly subject: string | null;
  readonly rules: IndicatorDetail['rules'];
  readonly lineage: IndicatorDetail['lineage'];
}

export interface TownFigures {
  readonly code: string;
  readonly buckets: IndicatorDetail['cuts'][number]['buckets'];
}

/** Everything an annual report says, as the queries of the console give it. */
export interface ReportContent {
  readonly year: number;
  readonly plan: Plan;
  readonly origins: readonly Origin[];
  readonly towns: readonly TownFigures[];
  readonly campaigns: readonly (ClauseCampaign & { readonly clause: string })[];
}

async function originsOf(ctx: Ctx, asOf: string): Promise<Origin[]> {
  const { snapshot } = await viewPlan(ctx, asOf);
  const origins: Origin[] = [];
  for (const indicator of snapshot.indicators) {
    const { pack, version } = indicator;
    const counted = isCountable(indicator);
    origins.push({
      code: pack.code,
      definition: pack.definition,
      source: pack.source ?? null,
      version,
      subject: counted ? (ctx.services.facts.subjects.get(indicator.subject)?.subject.label.zh ?? null) : null,
      rules: counted ? rulesInWords(ctx, indicator) : [],
      lineage: counted ? await showLineage(ctx, indicator) : [],
    });
  }
  return origins;
}

async function townsOf(ctx: Ctx, asOf: string): Promise<TownFigures[]> {
  const { snapshot } = await viewPlan(ctx, asOf);
  const found: TownFigures[] = [];
  for (const indicator of snapshot.indicators) {
    if (!indicator.pack.headline || !isCountable(indicator) || !indicator.cuts.includes(TOWN_CUT)) continue;
    const figures = await readCuts(ctx, indicator, { asOf, stored: asOf === snapshot.day });
    const cut = showCuts(ctx, indicator, figures).find((one) => one.cut === TOWN_CUT);
    if (cut !== undefined) found.push({ code: indicator.pack.code, buckets: cut.buckets });
  }
  return found;
}

/**
 * Reads what a report is made of through the queries the console shows, so that its figures are those of the screen.
 * @param ctx one that reaches the whole district
 */
export async function readReportContent(
  ctx: Ctx,
  campaigns: CampaignsPort,
  { year, asOf }: { readonly year: number; readonly asOf: string },
): Promise<ReportContent> {
  const plan = await getPlan(ctx, campaigns, asOf);
  const own: (ClauseCampaign & { clause: string })[] = [];
  for (const { code } of plan.chapters.flatMap((chapter) => chapter.clauses))
    for (const campaign of await campaigns.campaignsOf(ctx, code)) own.push({ ...campaign, clause: code });
  return { year, plan, origins: await originsOf(ctx, asOf), towns: await townsOf(ctx, asOf), campaigns: own };
}
