import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type ActionEffect,
  type ActionStep,
  openFile,
  type ProcedureFile,
  performAction,
  takeNumber,
} from '../../../platform/procedures/index.ts';
import {
  type CrossRegionRecord,
  findCrossRegion,
  insertCrossRegion,
  latestPackage,
  updateCrossRegion,
} from '../repositories/cross-region-repository.ts';
import { asDistrict } from '../repositories/district-repository.ts';
import { fieldsOf } from './action-fields.ts';

const PROCEDURE = 'assistance.cross-region';

async function recordOf({ tx, ctx, file }: Pick<ActionStep, 'tx' | 'ctx' | 'file'>): Promise<CrossRegionRecord> {
  const record = await findCrossRegion(tx, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

const joined = (record: CrossRegionRecord) =>
  new AppError('assistance.cross-region.joined', { name: record.other_name });

/** A district of this installation says itself what it received and found. */
export async function onlyOutside(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const record = await findCrossRegion(ctx.db, ctx, file.subjectId);
  return record === undefined || record.other_district === null ? undefined : joined(record);
}

const startAnswer = (on: string) => ({ clock: 'answer', event: { type: 'start', on } as const });

async function letterNumber(tx: Tx, ctx: Ctx): Promise<string> {
  const { crossRegion } = ctx.services.jurisdiction.coordinationSettings.numbers;
  const year = Number(ctx.today.slice(0, 4));
  return `${crossRegion}〔${year}〕${await takeNumber(tx, ctx, `assistance.${crossRegion}`, year)}号`;
}

/** Our side of the letter as the other district of the installation files it: its own file, in its own district. */
async function deliver(step: ActionStep, record: CrossRegionRecord, letterNo: string): Promise<string> {
  const { tx, ctx, file } = step;
  const sealed = await latestPackage(tx, ctx, file.id);
  return asDistrict(tx, ctx, record.other_district ?? '', async (there) => {
    const id = uuidv7();
    const from = ctx.services.district.name;
    const peer = await openFile(tx, there, {
      procedure: PROCEDURE,
      subject: { kind: PROCEDURE, id, label: `${from}来函：${record.title}` },
    });
    await insertCrossRegion(tx, there, {
      id,
      file_id: peer.id,
      direction: 'in',
      other_district: ctx.district,
      other_name: from,
      peer_file_id: file.id,
      kind: record.kind,
      title: record.title,
      facts: record.facts,
      wish: record.wish,
      marks: record.marks,
      their_no: letterNo,
      sent_on: ctx.today,
      received_on: ctx.today,
      package_sha256: sealed?.sha256 ?? null,
      package_size: sealed?.size ?? null,
      package_name: sealed?.name ?? null,
    });
    await performAction(tx, there, peer.id, 'arrive');
    return peer.id;
  });
}

export async function send(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const record = await recordOf(step);
  const letterNo = await letterNumber(tx, ctx);
  const sealed = await latestPackage(tx, ctx, file.id);
  const peer = record.other_district === null ? null : await deliver(step, record, letterNo);
  await updateCrossRegion(
    tx,
    ctx,
    { id: record.id },
    {
      letter_no: letterNo,
      sent_on: ctx.today,
      received_on: peer === null ? null : ctx.today,
      peer_file_id: peer,
      package_sha256: sealed?.sha256 ?? null,
      package_size: sealed?.size ?? null,
      package_name: sealed?.name ?? null,
    },
  );
  return {
    to: peer === null ? 'sent' : 'awaiting',
    ...(peer === null ? {} : { clocks: [startAnswer(ctx.today)] }),
    record: { letterNo, delivered: peer !== null },
  };
}

/** The time to answer runs from the day the letter was received. */
export async function arrive(step: ActionStep): Promise<ActionEffect> {
  const record = await recordOf(step);
  const on = record.received_on ?? step.ctx.today;
  return { on, clocks: [startAnswer(on)] };
}

function stated(step: ActionStep, on: string, earlier: string | null): string {
  if (on > step.ctx.today) throw new AppError('assistance.cross-region.in-future', { on });
  if (earlier !== null && on < earlier) throw new AppError('assistance.cross-region.before', { on, earlier });
  return on;
}

export async function acknowledge(step: ActionStep): Promise<ActionEffect> {
  const record = await recordOf(step);
  const given = fieldsOf('acknowledge', step.fields);
  const on = stated(step, given.on, record.sent_on);
  await updateCrossRegion(step.tx, step.ctx, { id: record.id }, { received_on: on, their_no: given.theirNo });
  return { on, clocks: [startAnswer(on)] };
}

/** We answer; a district of this installation has the answer with the same step. */
export async function answer(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const record = await recordOf(step);
  const given = fieldsOf('answer', step.fields);
  const answerNo = given.answerNo ?? (await letterNumber(tx, ctx));
  const sealed = await latestPackage(tx, ctx, file.id);
  const values = {
    answered_on: ctx.today,
    answer_no: answerNo,
    answer: given.answer,
    result: given.result,
    answer_package_sha256: sealed?.sha256 ?? null,
    answer_package_size: sealed?.size ?? null,
    answer_package_name: sealed?.name ?? null,
  };
  await updateCrossRegion(tx, ctx, { id: record.id }, values);
  const peer = record.peer_file_id;
  if (record.other_district !== null && peer !== null)
    await asDistrict(tx, ctx, record.other_district, async (there) => {
      await updateCrossRegion(tx, there, { fileId: peer }, values);
      await performAction(tx, there, peer, 'be-answered');
    });
  return { record: { answerNo } };
}

export async function recordAnswer(step: ActionStep): Promise<ActionEffect> {
  const record = await recordOf(step);
  const given = fieldsOf('recordAnswer', step.fields);
  const on = stated(step, given.on, record.received_on);
  await updateCrossRegion(
    step.tx,
    step.ctx,
    { id: record.id },
    {
      answered_on: on,
      answer_no: given.answerNo,
      answer: given.answer,
      result: given.result,
    },
  );
  return { on };
}

/** A letter that another district of this installation has is not taken back behind its back. */
export async function withdraw(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  if (record.peer_file_id !== null) throw joined(record);
  return undefined;
}
