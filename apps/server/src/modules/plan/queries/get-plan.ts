import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { CampaignsPort } from '../ports.ts';
import { clauseOf, findClause, viewPlan } from './compose-plan.ts';
import { dueItems } from './due-items.ts';

type Plan = RouteOutput<typeof routes.getPlan>;

/** The plan on a day: figures are of the whole district, what is due is within the reach of who asks. */
export async function getPlan(ctx: Ctx, campaigns: CampaignsPort, asOf: string | undefined): Promise<Plan> {
  const { language, services } = ctx;
  const { plan } = services.jurisdiction;
  const view = await viewPlan(ctx, asOf);
  const chapters = plan.chapters.map((chapter) => {
    const clauses = chapter.clauses.map((clause) => clauseOf(ctx, clause, view.summaries));
    return {
      code: chapter.code,
      title: chapter.title[language],
      clauses,
      behind: clauses.reduce((sum, clause) => sum + clause.behind, 0),
    };
  });
  return {
    title: plan.title[language],
    period: plan.period[language],
    source: plan.source[language],
    freshness: view.freshness,
    headline: view.summaries.filter((one) => one.headline),
    chapters,
    due: await dueItems(ctx, view.snapshot, view.figures, campaigns),
    notes: plan.notes.map((note) => note[language]),
  };
}

/** One clause with what the plan says of it, its campaigns and its neighbours. */
export async function getClause(
  ctx: Ctx,
  campaigns: CampaignsPort,
  code: string,
  asOf: string | undefined,
): Promise<RouteOutput<typeof routes.getClause>> {
  const { chapter, clause, previous, next } = findClause(ctx, code);
  const view = await viewPlan(ctx, asOf);
  const titleOf = (one: typeof previous) =>
    one === undefined ? null : { code: one.code, title: one.title[ctx.language] };
  return {
    ...clauseOf(ctx, clause, view.summaries),
    chapterTitle: chapter.title[ctx.language],
    planText: clause.planText,
    campaigns: [...(await campaigns.campaignsOf(ctx, code))],
    previous: titleOf(previous),
    next: titleOf(next),
    freshness: view.freshness,
  };
}

/** All indicators, by clause, standing and words of their name or definition. */
export async function listIndicators(
  ctx: Ctx,
  query: {
    asOf?: string | undefined;
    clause?: string[] | undefined;
    standing?: string[] | undefined;
    q?: string | undefined;
  },
): Promise<RouteOutput<typeof routes.listIndicators>> {
  const { summaries, snapshot, freshness } = await viewPlan(ctx, query.asOf);
  const words = query.q?.trim().toLowerCase() ?? '';
  const matches = (code: string) => {
    const pack = snapshot.indicators.find((one) => one.pack.code === code)?.pack;
    const texts = [code, pack?.label.zh, pack?.label.en, pack?.definition];
    return words === '' || texts.some((text) => text?.toLowerCase().includes(words));
  };
  const items = summaries.filter(
    (one) =>
      (query.clause === undefined || query.clause.includes(one.clause)) &&
      (query.standing === undefined || query.standing.includes(one.standing)) &&
      matches(one.code),
  );
  return { items, freshness };
}
