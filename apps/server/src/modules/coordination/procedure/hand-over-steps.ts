import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type ActionEffect,
  type ActionStep,
  type ProcedureFile,
  setOrganisations,
  takeNumber,
} from '../../../platform/procedures/index.ts';
import { noteHandOver } from '../commands/note-change.ts';
import { tellCase } from '../queries/case-bridge.ts';
import { findHandOver, type HandOverRecord, updateHandOver } from '../repositories/hand-over-repository.ts';
import { addProgress } from '../repositories/progress-repository.ts';
import { fieldsOf } from './action-fields.ts';

const TRANSFER_RULES = '行政执法机关移送涉嫌犯罪案件的规定';

async function recordOf({ tx, ctx, file }: ActionStep): Promise<HandOverRecord> {
  const record = await findHandOver(tx, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

const isCriminal = (record: HandOverRecord) => record.kind === 'criminal';

/** Only what is handed over as a suspected crime has the clocks and remedies of that law. */
export async function onlyCriminal(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const record = await findHandOver(ctx.db, ctx, file.subjectId);
  return record !== undefined && isCriminal(record)
    ? undefined
    : new AppError('coordination.hand-over.only-criminal', { article: TRANSFER_RULES });
}

const today = ({ ctx }: ActionStep) => ctx.today;

/** A day somebody states: neither to come nor before what went before. */
function statedDay(step: ActionStep, earlier: string | null, what: string): string {
  const { on } = step.fields as { on?: string };
  if (on === undefined) return today(step);
  if (on > today(step)) throw new AppError('coordination.hand-over.in-future', { on });
  if (earlier !== null && on < earlier) throw new AppError('coordination.hand-over.before', { on, what, earlier });
  return on;
}

const start = (clock: string, on: string) => ({ clock, event: { type: 'start', on } as const });

export async function submit(step: ActionStep): Promise<ActionEffect | undefined> {
  const record = await recordOf(step);
  return isCriminal(record) ? { clocks: [start('approval', today(step))] } : undefined;
}

export async function approve(step: ActionStep): Promise<ActionEffect | undefined> {
  const record = await recordOf(step);
  return isCriminal(record) ? { clocks: [start('sending', today(step))] } : undefined;
}

/** The number is taken, the receiver reaches it, and the procuratorate has its copy of a suspected crime. */
export async function send(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const record = await recordOf(step);
  const { numbers, procuratorate } = ctx.services.jurisdiction.coordinationSettings;
  const year = Number(ctx.today.slice(0, 4));
  const series = isCriminal(record) ? numbers.criminal : numbers.letter;
  const number = await takeNumber(tx, ctx, `coordination.${series}`, year);
  const copies = isCriminal(record) && record.to_body !== procuratorate ? [procuratorate] : [];
  await setOrganisations(tx, ctx, file.id, [record.from_body, record.to_body, ...copies]);
  const documentNo = record.document_no ?? `${series}〔${year}〕${number}号`;
  await updateHandOver(tx, ctx, record.id, { document_no: documentNo, sent_on: ctx.today, copy_bodies: copies });
  await noteHandOver(tx, ctx, record.id);
  return { record: { documentNo, copies } };
}

export async function withdraw(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const record = await recordOf(step);
  await updateHandOver(tx, ctx, record.id, { closed_on: ctx.today });
  await noteHandOver(tx, ctx, record.id);
  return { record: { withdrawnOn: ctx.today } };
}

export async function receive(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const record = await recordOf(step);
  const on = statedDay(step, record.sent_on, '移送日');
  const { receiptNo, receiver } = step.fields as { receiptNo: string | null; receiver: string };
  await updateHandOver(tx, ctx, record.id, { received_on: on, receipt_no: receiptNo, receiver_name: receiver });
  await noteHandOver(tx, ctx, record.id);
  return { on, clocks: [start(isCriminal(record) ? 'acceptance' : 'answer', on)] };
}

/** What an action says is there for both bodies to read. */
async function keepSaid(step: ActionStep, record: HandOverRecord, body: string, text: string): Promise<void> {
  await addProgress(step.tx, step.ctx, { fileId: record.file_id, body, text });
}

export async function say(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  await keepSaid(step, record, record.to_body, fieldsOf('text', step.fields).text);
  return undefined;
}

/** What was asked for has come: the receiver's time to accept begins anew. */
export async function supplement(step: ActionStep): Promise<ActionEffect | undefined> {
  const record = await recordOf(step);
  await keepSaid(step, record, record.from_body, fieldsOf('text', step.fields).text);
  return isCriminal(record) ? { clocks: [start('acceptance', today(step))] } : undefined;
}

export async function accept(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const record = await recordOf(step);
  const on = statedDay(step, record.received_on, '签收日');
  await updateHandOver(tx, ctx, record.id, { accepted_on: on });
  await tellCase(tx, ctx, record, { answer: 'accepted', on });
  await noteHandOver(tx, ctx, record.id);
  return { on, clocks: isCriminal(record) ? [start('decision', on)] : [] };
}

export async function extend(step: ActionStep): Promise<ActionEffect> {
  const { ctx } = step;
  const record = await recordOf(step);
  await keepSaid(step, record, record.to_body, fieldsOf('reason', step.fields).reason);
  return { clocks: [{ clock: 'decision', event: { type: 'extend', extension: 'first', on: ctx.today } }] };
}

/** A suspected crime is answered by opening a case or refusing to, with reasons; the case it came from hears of it. */
export async function answer(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const record = await recordOf(step);
  const on = statedDay(step, record.accepted_on, '受理日');
  const given = fieldsOf('answer', step.fields);
  if ((given.answer === 'answered') === isCriminal(record)) throw new AppError('coordination.hand-over.wrong-answer');
  if (given.answer === 'refused' && given.text.length < 4) throw new AppError('coordination.hand-over.needs-reason');
  const again = file.state === 'objected';
  const onPaper = 'on' in step.fields;
  const refused = given.answer === 'refused' && !again;
  await updateHandOver(tx, ctx, record.id, {
    answered_on: record.answered_on ?? on,
    answer: given.answer,
    answer_no: given.answerNo,
    answer_text: given.text,
    on_paper: onPaper,
    closed_on: refused ? null : ctx.today,
  });
  if (!refused) await tellCase(tx, ctx, record, { ...given, on });
  await noteHandOver(tx, ctx, record.id);
  if (refused) return { to: 'refused', on, clocks: [start('objection', on)] };
  return { to: 'answered', on };
}

export async function object(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const record = await recordOf(step);
  await updateHandOver(tx, ctx, record.id, { objected_on: ctx.today });
  await keepSaid(step, record, record.from_body, fieldsOf('reason', step.fields).reason);
  return { record: { objectedOn: ctx.today } };
}

export async function acceptRefusal(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const record = await recordOf(step);
  await updateHandOver(tx, ctx, record.id, { closed_on: ctx.today });
  await keepSaid(step, record, record.from_body, fieldsOf('text', step.fields).text);
  await tellCase(tx, ctx, record, {
    answer: 'refused',
    answerNo: record.answer_no,
    text: record.answer_text,
    on: record.answered_on ?? ctx.today,
  });
  await noteHandOver(tx, ctx, record.id);
  return { record: { closedOn: ctx.today } };
}

/** The procuratorate says what it thinks of a refusal; the hand-over stays where it is. */
export async function supervise(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  const body = record.copy_bodies[0] ?? record.to_body;
  await keepSaid(step, record, body, fieldsOf('text', step.fields).text);
  return undefined;
}
