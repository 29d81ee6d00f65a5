import type { InspectedKind } from '@jince/wujiang';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { checklistOf } from '../domain/checklists.ts';
import { endCampaign, insertCampaign, insertFigure, requireCampaign } from '../repositories/campaign-repository.ts';

interface CampaignInput {
  readonly kind: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly fromOn: string;
  readonly toOn: string;
  readonly aim: string;
  readonly objectKind: InspectedKind;
  readonly checklist: string;
  readonly targetCount: number | null;
}

/** Starts a special action. @throws AppError inspections.campaign.*, .checklist.unfit */
export async function createInspectionCampaign(ctx: Ctx, input: CampaignInput): Promise<{ id: string }> {
  const { fromOn, toOn, kind, title } = input;
  if (toOn < fromOn) throw new AppError('inspections.campaign.dates', { fromOn, toOn });
  if (!ctx.services.jurisdiction.inspectionSettings.campaignKinds.some((one) => one.code === kind))
    throw new AppError('inspections.campaign.unknown-kind', { kind });
  checklistOf(ctx, input.checklist, fromOn, input.objectKind);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertCampaign(tx, ctx, {
      id,
      kind,
      title,
      document_no: input.documentNo || null,
      from_on: fromOn,
      to_on: toOn,
      aim: input.aim,
      object_kind: input.objectKind,
      checklist: input.checklist,
      target_count: input.targetCount,
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.campaign.create',
      subject: { kind: 'inspection-campaign', id, label: title },
      details: { kind, fromOn, toOn, targetCount: input.targetCount },
    });
  });
  return { id };
}

/** Closes a special action; checks under way go on. @throws AppError 404, inspections.campaign.closed */
export async function closeInspectionCampaign(ctx: Ctx, id: string, results: string): Promise<void> {
  const campaign = await requireCampaign(ctx, id);
  await inTransaction(ctx, async (tx) => {
    if (!(await endCampaign(tx, ctx, id, results)))
      throw new AppError('inspections.campaign.closed', { title: campaign.title });
    await writeAudit(tx, ctx, {
      action: 'inspections.campaign.close',
      subject: { kind: 'inspection-campaign', id, label: campaign.title },
      details: { tasks: campaign.tasks, checked: campaign.checked, cases: campaign.cases },
    });
  });
}

/** Enters a figure no register knows. @throws AppError 404, inspections.figure.unknown, .day.in-future */
export async function enterCampaignFigure(
  ctx: Ctx,
  id: string,
  input: { readonly code: string; readonly on: string; readonly value: number; readonly note: string | null },
): Promise<{ id: string }> {
  const campaign = await requireCampaign(ctx, id, 'running');
  const kind = ctx.services.jurisdiction.inspectionSettings.campaignKinds.find((one) => one.code === campaign.kind);
  if (kind?.figures.includes(input.code) !== true)
    throw new AppError('inspections.figure.unknown', { code: input.code });
  if (input.on > ctx.today) throw new AppError('inspections.day.in-future', { on: input.on });
  const entryId = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertFigure(tx, ctx, {
      id: entryId,
      campaignId: id,
      code: input.code,
      on_day: input.on,
      value: input.value,
      note: input.note || null,
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.campaign.enter',
      subject: { kind: 'inspection-campaign', id, label: campaign.title },
      details: { code: input.code, value: input.value, on: input.on },
    });
  });
  return { id: entryId };
}
