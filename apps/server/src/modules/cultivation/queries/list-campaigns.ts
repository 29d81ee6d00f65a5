import type { CampaignSummary } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { fillRule, isCampaignSubject } from '../domain/fill-template.ts';
import { type CampaignRow, listCampaignRows } from '../repositories/campaign-repository.ts';
import { type Figures, figuresOf, noFigures } from '../repositories/figures-repository.ts';
import { sentenceOfText } from './campaign-rules.ts';

export function toSummary(ctx: Ctx, row: CampaignRow, figures: Figures = noFigures): CampaignSummary {
  const { baseline, late, left, targets, contacted, succeeded, reverted } = figures;
  return {
    id: row.id,
    template: row.template,
    title: row.title,
    clause: row.clause,
    subject: row.subject,
    state: row.state,
    from: row.from_on,
    to: row.to_on,
    baselineOn: row.baseline_on,
    responsible: ctx.services.places.organisationName(row.responsible),
    baseline,
    late,
    left,
    targets,
    contacted,
    succeeded,
    reverted,
    goal: row.goal,
    refreshedAt: row.refreshed_at,
  };
}

function listTemplates(ctx: Ctx, rows: readonly CampaignRow[]) {
  const { campaigns } = ctx.services.jurisdiction;
  return campaigns.templates.flatMap((template) => {
    const { code, title, clause, subject, purpose, caution, steps } = template;
    if (!isCampaignSubject(subject)) return [];
    const targetRule = fillRule(template.target, ctx.today);
    const successRule = fillRule(template.success, ctx.today);
    return [
      {
        code,
        title,
        clause,
        subject,
        purpose,
        caution: caution ?? null,
        targetRule,
        targetSentence: sentenceOfText(ctx, subject, targetRule),
        successRule,
        successSentence: sentenceOfText(ctx, subject, successRule),
        steps,
        responsible: ctx.services.places.organisationName(template.responsible ?? null),
        running: rows.filter((row) => row.template === code && row.state === 'running').length,
      },
    ];
  });
}

/** Campaigns with figures over the targets the actor may see, and the templates to open another. */
export async function listCampaigns(
  ctx: Ctx,
  filter: { state?: readonly string[] | undefined; clause?: readonly string[] | undefined },
) {
  const all = await listCampaignRows(ctx.db, ctx.district, {});
  const rows = all.filter(
    (row) =>
      (filter.state === undefined || filter.state.length === 0 || filter.state.includes(row.state)) &&
      (filter.clause === undefined || filter.clause.length === 0 || filter.clause.includes(row.clause)),
  );
  const figures = await figuresOf(
    ctx.db,
    ctx,
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => toSummary(ctx, row, figures.get(row.id))), templates: listTemplates(ctx, all) };
}
