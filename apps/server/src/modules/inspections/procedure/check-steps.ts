import { v7 as uuidv7 } from 'uuid';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import {
  type ActionEffect,
  type ActionStep,
  type ProcedureFile,
  takeNumber,
} from '../../../platform/procedures/index.ts';
import { listEvidence } from '../../evidence/index.ts';
import { noteInspected } from '../commands/note-change.ts';
import { checklistFor } from '../domain/checklists.ts';
import { listRecords, type RecordRow } from '../repositories/record-repository.ts';
import {
  type CorrectionItem,
  extendCorrectionOf,
  findTask,
  insertCorrection,
  listCorrections,
  setTaskCase,
  setTaskOutcome,
  setTaskRound,
  type TaskRow,
} from '../repositories/task-repository.ts';
import { openCase } from './open-case.ts';

async function taskOf(tx: Tx, ctx: Ctx, id: string): Promise<TaskRow> {
  const task = await findTask(tx, ctx, id);
  if (task === undefined) throw new AppError('platform.not-found');
  return task;
}

async function standingRecord(tx: Tx, ctx: Ctx, task: TaskRow): Promise<RecordRow> {
  const records = await listRecords(tx, ctx.district, task.id);
  const record = records.find((one) => one.state === 'standing' && one.round <= task.round);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

/** Failed items of a record as an order names them, by the checklist the record was made with. */
function failedItems(ctx: Ctx, record: RecordRow): (CorrectionItem & { readonly behaviourRow: number | null })[] {
  const list = checklistFor(ctx, record.checklist, record.checked_on);
  return record.answers
    .filter((answer) => answer.result === 'no')
    .flatMap((answer) => {
      const item = list.items.find((one) => one.code === answer.code);
      if (item === undefined) return [];
      const { code, label, article, requirement, behaviourRow } = item;
      return [{ code, label, article, requirement, behaviourRow, found: answer.found }];
    });
}

/** Numbers the order and keeps what was found; the clock runs by its days. */
export async function orderCorrection({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const task = await taskOf(tx, ctx, file.subjectId);
  const record = await standingRecord(tx, ctx, task);
  const items = failedItems(ctx, record).map(({ behaviourRow: _, ...item }) => item);
  if (items.length === 0) throw new AppError('inspections.order.nothing');
  const year = Number(ctx.today.slice(0, 4));
  const no = await takeNumber(tx, ctx, 'inspections.correction', year);
  const number = `${ctx.services.jurisdiction.inspectionSettings.orderPrefix}〔${year}〕${no}号`;
  await insertCorrection(tx, ctx, {
    id: uuidv7(),
    taskId: task.id,
    round: task.round,
    number,
    days: Number(fields.days),
    items,
    note: typeof fields.requirements === 'string' && fields.requirements !== '' ? fields.requirements : null,
  });
  await setTaskRound(tx, ctx, task.id, task.round + 1);
  await setTaskOutcome(tx, ctx, task.id, 'correct');
  await noteInspected(tx, ctx, task);
  return { record: { number, items: items.length } };
}

const extensionTerm = (ctx: Ctx) => {
  const term = ctx.services.jurisdiction.inspectionSettings.terms.find((one) => one.term === 'correction-extension');
  if (term === undefined) throw new Error('the pack says no correction-extension');
  return term;
};

/** An order is extended once; how far is data of the jurisdiction. */
export async function mayExtend(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const order = (await listCorrections(ctx.db, ctx.district, file.subjectId)).at(-1);
  if (order === undefined || order.extended_days === 0) return undefined;
  return new AppError('inspections.order.extended', { article: extensionTerm(ctx).article });
}

/** Whoever approves is not who ordered; the days come on top of those of the order. */
export async function extendCorrection({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const order = (await listCorrections(tx, ctx.district, file.subjectId)).at(-1);
  if (order === undefined) throw new AppError('inspections.order.nothing');
  const { count: most, article } = extensionTerm(ctx);
  const days = Number(fields.days);
  if (days > most) throw new AppError('inspections.order.extension-too-long', { most, article });
  await extendCorrectionOf(tx, ctx, order.id, { days, reason: String(fields.reason) });
  return {
    record: { number: order.number },
    clocks: [{ clock: 'correction', event: { type: 'extend', on: ctx.today, days } }],
  };
}

/** Somebody else's breach, come upon at a check: the module of complaints opens the report, with the evidence of the check. */
export async function reportOther({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const task = await taskOf(tx, ctx, file.subjectId);
  const record = await standingRecord(tx, ctx, task);
  const name = String(fields.name);
  const system: Ctx = { ...ctx, db: tx as Ctx['db'], actor: systemActor };
  const evidence = await listEvidence(system, file.id);
  await publishEvent(tx, ctx, 'inspections.check.complaint-ordered', {
    findingId: `${task.id}:${file.version + 1}`,
    title: `监督检查发现${name}涉嫌违法`,
    text: `对${task.name}监督检查（${task.number}）时发现：${String(fields.text)}`,
    suspects: [{ name, address: fields.address ?? null }],
    rights: fields.number ? [{ kind: 'trademark', number: String(fields.number) }] : [],
    evidenceIds: evidence.filter((one) => one.setAside === null).map((one) => one.id),
    receivedOn: record.checked_on,
    href: `/protection/inspections/tasks/${task.id}`,
  });
  return { to: file.state, record: { name } };
}

/** A clue for module cases, with the records and photos of this file as its evidence. */
export async function makeCase({ tx, ctx, file, fields, note }: ActionStep): Promise<ActionEffect> {
  const task = await taskOf(tx, ctx, file.subjectId);
  const records = await listRecords(tx, ctx.district, task.id);
  const record = records.find((one) => one.state === 'standing');
  if (record === undefined) throw new AppError('platform.not-found');
  const found = await openCase(tx, ctx, {
    task,
    record,
    items: failedItems(ctx, record),
    reason: String(fields.reason ?? note ?? ''),
    evidenceIds: records.flatMap((one) => one.photos.flatMap((photo) => photo.evidenceId ?? [])),
  });
  await setTaskCase(tx, ctx, task.id, found);
  await noteInspected(tx, ctx, task);
  return { record: { caseId: found.caseId, number: found.number } };
}

export const setOutcome =
  (outcome: 'fit' | 'hand-over') =>
  async ({ tx, ctx, file }: ActionStep): Promise<undefined> => {
    const task = await taskOf(tx, ctx, file.subjectId);
    await setTaskOutcome(tx, ctx, task.id, outcome);
    await noteInspected(tx, ctx, task);
  };
