import type { InspectorView } from '@jince/contract';
import type { InspectedKind } from '@jince/wujiang';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { assignHandlers, noticeTo, openFile, setOrganisations } from '../../../platform/procedures/index.ts';
import { checklistOf } from '../domain/checklists.ts';
import { TASK_ASSIGN } from '../inspections.catalogue.ts';
import { CHECK_PROCEDURE, type CheckState, checkStates } from '../procedure/check-states.ts';
import { requireInspectors } from '../queries/inspectors.ts';
import { requireCampaign } from '../repositories/campaign-repository.ts';
import { type InspectedObject, listObjects, pastOf } from '../repositories/object-repository.ts';
import {
  findTask,
  insertTask,
  lockTask,
  type NewTask,
  type Origin,
  setTaskOfficers,
} from '../repositories/task-repository.ts';

/** The branch of the object's town, else the district's enforcement body. */
function organisationFor(ctx: Ctx, townCode: string | null): string {
  const { bodies, inspectionSettings } = ctx.services.jurisdiction;
  const branch = bodies.find((body) => body.kind === 'branch' && townCode !== null && body.townCode === townCode);
  return branch?.code ?? inspectionSettings.enforcementBody;
}

/** Who works on a file, for the officer's day: officers with an account, the first one answerable. */
async function hand(tx: Tx, ctx: Ctx, fileId: string, officers: readonly InspectorView[]): Promise<void> {
  const people = officers.flatMap(({ userId, name }) => (userId === null ? [] : [{ userId, name }]));
  await assignHandlers(
    tx,
    ctx,
    fileId,
    people.map((one, at) => ({ ...one, part: at === 0 ? ('lead' as const) : ('assist' as const) })),
  );
}

interface TaskOrder {
  readonly object: InspectedObject;
  readonly checklist: string;
  readonly dueOn: string;
  readonly officers: readonly InspectorView[];
  readonly campaignId: string | null;
  readonly drawId: string | null;
  readonly origin: Origin;
}

/** Opens the file of a check and puts it into the hands of its officers, in the caller's transaction. */
export async function openTask(tx: Tx, ctx: Ctx, order: TaskOrder): Promise<{ id: string; number: string }> {
  const { object } = order;
  const id = uuidv7();
  const organisation = organisationFor(ctx, object.townCode);
  const file = await openFile(tx, ctx, {
    procedure: CHECK_PROCEDURE,
    subject: { kind: CHECK_PROCEDURE, id, label: object.name },
    townCode: object.townCode,
    organisations: [organisation],
  });
  const task: NewTask = { id, fileId: file.id, ...order, organisation };
  await insertTask(tx, ctx, task);
  await hand(tx, ctx, file.id, order.officers);
  for (const { userId } of order.officers)
    if (userId !== null)
      await noticeTo(tx, ctx, { fileId: file.id, userId, text: `新的检查任务：${object.name}，${order.dueOn} 前完成` });
  return { id, number: file.number };
}

async function requireObject(ctx: Ctx, kind: InspectedKind, id: string): Promise<InspectedObject> {
  const [object] = await listObjects(ctx.db, ctx.district, kind, { ids: [id], limit: 1 });
  if (object === undefined) throw new AppError('inspections.task.object-unknown');
  return object;
}

/** Orders a check without a draw. @throws AppError inspections.task.*, .checklist.unfit, .officer.* */
export async function createInspectionTask(
  ctx: Ctx,
  input: {
    readonly objectKind: InspectedKind;
    readonly objectId: string;
    readonly campaignId: string | null;
    readonly checklist: string;
    readonly dueOn: string;
    readonly officerIds: readonly string[];
  },
): Promise<{ id: string }> {
  const object = await requireObject(ctx, input.objectKind, input.objectId);
  checklistOf(ctx, input.checklist, ctx.today, input.objectKind);
  if (input.dueOn < ctx.today) throw new AppError('inspections.day.before-today', { on: input.dueOn });
  if (input.campaignId !== null) await requireCampaign(ctx, input.campaignId, 'running');
  const officers = await requireInspectors(ctx, input.officerIds);
  return inTransaction(ctx, async (tx) => {
    const past = await pastOf(tx, ctx.district, object.kind, [object.id], ctx.today);
    const open = past.get(object.id)?.open;
    if (open) throw new AppError('inspections.task.open', { name: object.name, number: open });
    const { id, number } = await openTask(tx, ctx, {
      object,
      checklist: input.checklist,
      dueOn: input.dueOn,
      officers,
      campaignId: input.campaignId,
      drawId: null,
      origin: input.campaignId === null ? 'lead' : 'campaign',
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.task.create',
      subject: { kind: CHECK_PROCEDURE, id, label: `${number} ${object.name}` },
      details: { checklist: input.checklist, dueOn: input.dueOn, officers: officers.map((one) => one.name) },
    });
    return { id };
  });
}

/** Gives a check that nobody has made yet into other hands. @throws AppError 404, inspections.task.not-assignable */
export async function assignInspectionTask(
  ctx: Ctx,
  id: string,
  input: { readonly officerIds: readonly string[]; readonly reason: string },
): Promise<void> {
  const officers = await requireInspectors(ctx, input.officerIds);
  await inTransaction(ctx, async (tx) => {
    await lockTask(tx, ctx.district, id);
    const task = await findTask(tx, ctx, id, scopeFor(ctx, TASK_ASSIGN));
    if (task === undefined) throw new AppError('platform.not-found');
    if (!['assigned', 'correcting'].includes(task.state))
      throw new AppError('inspections.task.not-assignable', {
        state: checkStates[task.state as CheckState].label[ctx.language],
      });
    await setTaskOfficers(tx, ctx, id, officers);
    await hand(tx, ctx, task.file_id, officers);
    await setOrganisations(tx, ctx, task.file_id, [task.organisation_code]);
    for (const { userId } of officers)
      if (userId !== null)
        await noticeTo(tx, ctx, {
          fileId: task.file_id,
          userId,
          text: `检查任务改派给您：${task.name}`,
          seq: task.version,
        });
    await writeAudit(tx, ctx, {
      action: 'inspections.task.assign',
      subject: { kind: CHECK_PROCEDURE, id, label: `${task.number} ${task.name}` },
      details: {
        before: task.officers.map((one) => one.name),
        after: officers.map((one) => one.name),
        reason: input.reason,
      },
    });
  });
}
