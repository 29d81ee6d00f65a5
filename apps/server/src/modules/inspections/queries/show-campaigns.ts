import type { InspectionCampaign, InspectionChoices } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { checklistLabel } from '../domain/checklists.ts';
import { CAMPAIGN_EDIT, DRAW_RUN, TASK_ASSIGN, TASK_READ } from '../inspections.catalogue.ts';
import { type CampaignRow, listFigures, selectCampaigns } from '../repositories/campaign-repository.ts';
import { selectDraws } from '../repositories/draw-repository.ts';

/** What one chooses from: checklists in force today, kinds, weights, papers. */
export async function getInspectionChoices(ctx: Ctx): Promise<InspectionChoices> {
  const { checklists, checklistOn, inspectionSettings: settings, bodies } = ctx.services.jurisdiction;
  const codes = [...new Set(checklists.map((list) => list.code))];
  const fields = new Map(settings.pledgeFields.map((field) => [field.code, field]));
  return {
    checklists: codes.flatMap((code) => {
      const list = checklistOn(code, ctx.today);
      return list === undefined ? [] : [{ code, label: list.label, objects: list.objects, items: list.items.length }];
    }),
    campaignKinds: settings.campaignKinds.map(({ code, label }) => ({ code, label })),
    organisations: bodies
      .filter((body) => body.kind === 'branch' || body.code === settings.enforcementBody)
      .map((body) => ({ code: body.code, label: body.name })),
    weights: settings.draw.weights,
    weightNote: settings.draw.note,
    pledgeKinds: settings.pledgeKinds.map((kind) => ({
      code: kind.code,
      label: kind.label,
      fields: kind.fields.flatMap((code) => fields.get(code) ?? []),
    })),
    commitments: settings.commitments,
    printerPapers: settings.printerPapers,
    correctionDays: settings.terms.find((one) => one.term === 'correction')?.count ?? 1,
  };
}

function toCampaign(ctx: Ctx, row: CampaignRow): InspectionCampaign {
  const kind = ctx.services.jurisdiction.inspectionSettings.campaignKinds.find((one) => one.code === row.kind);
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: kind?.label ?? row.kind,
    title: row.title,
    documentNo: row.document_no,
    fromOn: row.from_on,
    toOn: row.to_on,
    aim: row.aim,
    objectKind: row.object_kind,
    checklistLabel: checklistLabel(ctx, row.checklist),
    targetCount: row.target_count,
    state: row.state,
    createdBy: row.created_by,
    results: row.results,
    tasks: row.tasks,
    checked: row.checked,
    failed: row.failed,
    correcting: row.correcting,
    cases: row.cases,
  };
}

/** Special actions, with what the actor reaches of their checks. */
export async function listInspectionCampaigns(ctx: Ctx) {
  const rows = await selectCampaigns(ctx.db, ctx.district, scopeFor(ctx, TASK_READ));
  return { items: rows.map((row) => toCampaign(ctx, row)), mayEdit: may(ctx, CAMPAIGN_EDIT) };
}

/** One special action with its figures. @throws AppError 404 */
export async function getInspectionCampaign(ctx: Ctx, id: string) {
  const [row] = await selectCampaigns(ctx.db, ctx.district, scopeFor(ctx, TASK_READ), id);
  if (row === undefined) throw new AppError('platform.not-found');
  const settings = ctx.services.jurisdiction.inspectionSettings;
  const entries = await listFigures(ctx.db, ctx.district, id);
  const { rows: draws } = await selectDraws(ctx.db, ctx.district, { page: 1, pageSize: 100, campaign: id });
  const named = (code: string) => settings.figures.find((one) => one.code === code) ?? { code, label: code, unit: '' };
  const codes = settings.campaignKinds.find((one) => one.code === row.kind)?.figures ?? [];
  return {
    ...toCampaign(ctx, row),
    checklist: row.checklist,
    figures: codes.map((code) => ({
      ...named(code),
      value: entries.filter((one) => one.code === code).reduce((sum, one) => sum + one.value, 0),
    })),
    entries: entries.map((one) => ({
      id: one.id,
      ...named(one.code),
      on: one.on_day,
      value: one.value,
      note: one.note,
      by: one.by_name,
    })),
    draws: draws.map(({ id: drawId, number, title, state }) => ({ id: drawId, number, title, state })),
    mayEdit: row.state === 'running' && may(ctx, CAMPAIGN_EDIT),
    mayDraw: row.state === 'running' && may(ctx, DRAW_RUN),
    mayAssign: row.state === 'running' && may(ctx, TASK_ASSIGN),
  };
}
