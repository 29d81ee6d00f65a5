import type { RouteOutput, routes } from '@jince/contract';
import { behaviours } from '@jince/law';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { handlingBodies } from '../commands/route-case.ts';
import { decisionLabels, sourceLabels } from '../domain/case-words.ts';
import { behaviourArticle } from '../domain/work-out.ts';
import { caseStates } from '../procedure/case-states.ts';

/** What the pages of cases choose from: bodies within the actor's reach alone. */
export async function getCaseOptions(ctx: Ctx): Promise<RouteOutput<(typeof routes)['getCaseOptions']>> {
  const { language, today } = ctx;
  const scope = scopeFor(ctx, CASE_READ);
  const labels = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([code, label]) => ({ code, label: label[language] }));
  return {
    states: Object.entries(caseStates).map(([code, { label }]) => ({ code, label: label[language] })),
    sources: labels(sourceLabels),
    decisions: labels(decisionLabels),
    organisations: handlingBodies(ctx)
      .filter(({ code }) => scope.kind === 'district' || scope.organisations.includes(code))
      .map(({ code, shortName, name }) => ({ code, label: shortName ?? name })),
    towns: ctx.services.jurisdiction.towns.map(({ code, name }) => ({ code, label: name })),
    behaviours: behaviours.map(({ row, label, group }) => ({
      row,
      label: label[language],
      group,
      article: behaviourArticle(row, today),
    })),
  };
}
