import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type ActionEffect,
  type ActionStep,
  type ProcedureFile,
  takeNumber,
} from '../../../platform/procedures/index.ts';
import { noteRequest } from '../commands/note-change.ts';
import { aidKindLabels, NEEDS_HELPER } from '../domain/labels.ts';
import {
  type AidRecord,
  findRequest,
  listAssignments,
  type RequestChange,
  updateRequest,
} from '../repositories/request-repository.ts';
import { fieldsOf } from './action-fields.ts';

async function recordOf({ tx, ctx, file }: ActionStep): Promise<AidRecord> {
  const record = await findRequest(tx, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

async function change({ tx, ctx, file }: ActionStep, values: RequestChange): Promise<void> {
  await updateRequest(tx, ctx, file.subjectId, values);
  await noteRequest(tx, ctx, file.subjectId);
}

/** The time to accept runs from the day the request came in, which at a desk may be an earlier one. */
export async function lodge(step: ActionStep): Promise<ActionEffect> {
  const record = await recordOf(step);
  await noteRequest(step.tx, step.ctx, record.id);
  return { on: record.received_on };
}

export async function accept(step: ActionStep): Promise<undefined> {
  await change(step, { accepted_on: step.ctx.today });
  return undefined;
}

export async function refuse(step: ActionStep): Promise<undefined> {
  await change(step, { refused_reason: fieldsOf('reason', step.fields).reason, done_on: step.ctx.today });
  return undefined;
}

/** An opinion is given by somebody who was assigned, where the request asks for one. */
export async function needsHelper(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const record = await findRequest(ctx.db, ctx, file.subjectId);
  const needing = (record?.kinds ?? []).filter((kind) => NEEDS_HELPER.has(kind));
  if (record === undefined || needing.length === 0) return undefined;
  const assigned = (await listAssignments(ctx.db, ctx, record.id)).some((one) => one.ended_on === null);
  if (assigned) return undefined;
  return new AppError('assistance.request.nobody-assigned', {
    kinds: needing.map((kind) => aidKindLabels[kind][ctx.language]).join(ctx.language === 'zh' ? '、' : ', '),
  });
}

export async function giveOpinion(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const { aid } = ctx.services.jurisdiction.coordinationSettings.numbers;
  const year = Number(ctx.today.slice(0, 4));
  const opinionNo = `${aid}〔${year}〕${await takeNumber(tx, ctx, `assistance.${aid}`, year)}号`;
  const { opinion } = fieldsOf('opinion', step.fields);
  await change(step, { opinion, opinion_no: opinionNo, opinion_on: ctx.today });
  return { record: { opinionNo } };
}

export async function rate(step: ActionStep): Promise<undefined> {
  const { stars, remark } = fieldsOf('rate', step.fields);
  await change(step, { stars, remark, rated_on: step.ctx.today, done_on: step.ctx.today });
  return undefined;
}

export async function conclude(step: ActionStep): Promise<undefined> {
  await change(step, { result: fieldsOf('result', step.fields).result, done_on: step.ctx.today });
  return undefined;
}

export async function stop(step: ActionStep): Promise<undefined> {
  const { reason } = fieldsOf('reason', step.fields);
  await change(step, { result: reason, done_on: step.ctx.today });
  return undefined;
}

export async function extend({ ctx }: ActionStep): Promise<ActionEffect> {
  return { clocks: [{ clock: 'handling', event: { type: 'extend', extension: 'first', on: ctx.today } }] };
}
