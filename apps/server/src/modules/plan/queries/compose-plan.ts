import type { IndicatorSummary, RouteOutput, routes } from '@jince/contract';
import type { PlanClause, PlanMeasure } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { notBuiltText, standingLabels, tallySentence } from '../domain/sentences.ts';
import { worstStanding } from '../domain/standing.ts';
import { type FiguresOn, figuresOn } from './figures-on.ts';
import { getSnapshot, type PlanSnapshot } from './plan-snapshot.ts';
import { summariseAll } from './summarise.ts';

export interface PlanView extends FiguresOn {
  readonly snapshot: PlanSnapshot;
  readonly summaries: readonly IndicatorSummary[];
}

/** Everything of the plan on a day, of the whole district. */
export async function viewPlan(ctx: Ctx, asOf: string | undefined): Promise<PlanView> {
  const snapshot = await getSnapshot(ctx);
  const on = await figuresOn(ctx, snapshot, asOf);
  return { ...on, snapshot, summaries: summariseAll(ctx, { snapshot, asOf: on.freshness.asOf, figures: on.figures }) };
}

type Clause = RouteOutput<typeof routes.getPlan>['chapters'][number]['clauses'][number];
type Measure = Clause['measures'][number];

function measureOf(ctx: Ctx, measure: PlanMeasure, summaries: readonly IndicatorSummary[]): Measure {
  const { language, services } = ctx;
  const pack = services.jurisdiction;
  const own = summaries.filter((one) => one.measure === measure.code);
  const awaited = measure.awaits === undefined ? undefined : pack.plan.awaited[measure.awaits];
  const counts = Object.entries(standingLabels).map(
    ([standing, label]) => [label, own.filter((one) => one.standing === standing).length] as const,
  );
  return {
    code: measure.code,
    label: measure.label[language],
    text: measure.text,
    responsible: measure.responsible.map((code) => ({
      code,
      name: pack.bodies.find((body) => body.code === code)?.shortName ?? code,
    })),
    from: measure.from ?? null,
    to: measure.to ?? null,
    href: measure.href ?? null,
    awaits: measure.awaits ?? null,
    indicators: own.map((one) => one.code),
    standing: worstStanding(own.map((one) => one.standing)),
    standingText:
      own.every((one) => one.standing === 'not-built') && awaited !== undefined
        ? notBuiltText(language, awaited)
        : tallySentence(language, counts),
  };
}

const composed = new WeakMap<readonly IndicatorSummary[], Map<string, Clause>>();

/** One clause with its measures and indicators; made once of the same summaries, which are of one language. */
export function clauseOf(ctx: Ctx, clause: PlanClause, summaries: readonly IndicatorSummary[]): Clause {
  const known = composed.get(summaries) ?? new Map<string, Clause>();
  composed.set(summaries, known);
  const made = known.get(clause.code) ?? composeClause(ctx, clause, summaries);
  known.set(clause.code, made);
  return made;
}

function composeClause(ctx: Ctx, clause: PlanClause, summaries: readonly IndicatorSummary[]): Clause {
  const own = summaries.filter((one) => one.clause === clause.code);
  const measures = ctx.services.jurisdiction.planMeasures.filter((one) => one.clause === clause.code);
  return {
    code: clause.code,
    chapter: clause.chapter,
    title: clause.title[ctx.language],
    text: clause.text[ctx.language],
    measures: measures.map((measure) => measureOf(ctx, measure, own)),
    indicators: own,
    standing: worstStanding(own.map((one) => one.standing)),
    behind: own.filter((one) => one.standing === 'behind').length,
  };
}

/** Clauses in order with their chapters. @throws AppError plan.clause.unknown */
export function findClause(ctx: Ctx, code: string) {
  const all = ctx.services.jurisdiction.plan.chapters.flatMap((chapter) =>
    chapter.clauses.map((clause) => ({ chapter, clause })),
  );
  const at = all.findIndex((one) => one.clause.code === code);
  const found = all[at];
  if (found === undefined) throw new AppError('plan.clause.unknown', { code });
  return { ...found, previous: all[at - 1]?.clause, next: all[at + 1]?.clause };
}
