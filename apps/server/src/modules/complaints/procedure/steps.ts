import { systemActor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob, publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { type ActionEffect, type ActionStep, performAction } from '../../../platform/procedures/index.ts';
import { hasReporter } from '../domain/person.ts';
import { noCaseLabels } from '../domain/words.ts';
import {
  findMatter,
  listJoinedTo,
  type MatterChange,
  type MatterRow,
  updateMatter,
} from '../repositories/matter-repository.ts';
import { fields as shapes } from './fields.ts';
import { isFiled, passToCase } from './pass-to-case.ts';
import { takeNoticeNumber } from './take-notice-number.ts';

async function matterOf({ tx, ctx, file }: ActionStep): Promise<MatterRow> {
  const matter = await findMatter(tx, ctx.district, file.id);
  if (matter === undefined) throw new AppError('platform.not-found');
  return matter;
}

/** What the sender of a letter of the public site is to see there. */
type Told = {
  readonly step: 'accepted' | 'not-accepted' | 'answered';
  readonly reply?: string;
  readonly outcome?: string;
};

async function tellPublic({ tx, ctx }: ActionStep, matter: MatterRow, told: Told): Promise<void> {
  if (matter.source === 'public' && matter.sourceKey !== null)
    await publishEvent(tx, ctx, 'complaints.matter.moved', {
      reportId: matter.sourceKey,
      number: matter.number,
      ...told,
    });
}

/** What was joined with it goes the same way; a named reporter of each has to be told. */
async function takeAlong({ tx, ctx, file }: ActionStep, to: string, change: MatterChange): Promise<void> {
  const inside = { ...ctx, actor: systemActor, db: tx as typeof ctx.db };
  for (const one of await listJoinedTo(tx, ctx.district, file.id)) {
    if (one.state !== 'joined') continue;
    await updateMatter(tx, ctx.district, one.id, change);
    await performAction(tx, inside, one.id, 'follow-root', { note: `与 ${file.number} 并案办理`, fields: { to } });
  }
}

export async function receive(step: ActionStep): Promise<ActionEffect> {
  return { on: (await matterOf(step)).receivedOn };
}

export async function accept(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const on = shapes.accept.parse(step.fields).on ?? ctx.today;
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-acceptance');
  await updateMatter(tx, ctx.district, file.id, { acceptedOn: on });
  await tellPublic(step, matter, { step: 'accepted' });
  return { on, record: { acceptedOn: on, number } };
}

export async function notAccept(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { ground, reason } = shapes.notAccept.parse(step.fields);
  const known = ctx.services.jurisdiction.complaintSettings.grounds.find((one) => one.ground === ground);
  if (known === undefined) throw new AppError('complaints.matter.ground', { ground });
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-non-acceptance');
  const change: MatterChange = { outcome: 'not-accepted', ground, result: reason, decidedOn: ctx.today };
  await updateMatter(tx, ctx.district, file.id, change);
  await takeAlong(step, 'not-accepted', change);
  await tellPublic(step, matter, { step: 'not-accepted', reply: `${known.label.zh}。${reason}` });
  return { record: { article: known.article, number } };
}

export async function settle(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { result, agreedFen } = shapes.settle.parse(step.fields);
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-mediation');
  const change = { outcome: 'settled', result, agreedFen: agreedFen ?? null, decidedOn: ctx.today };
  await updateMatter(tx, ctx.district, file.id, change);
  await takeAlong(step, 'settled', { ...change, agreedFen: null });
  await tellPublic(step, matter, { step: 'answered', outcome: 'mediated', reply: result });
  return { record: { number } };
}

export async function end(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { ending, result } = shapes.end.parse(step.fields);
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-mediation-end');
  const change = { outcome: ending, result, decidedOn: ctx.today };
  await updateMatter(tx, ctx.district, file.id, change);
  await takeAlong(step, 'ended', change);
  await tellPublic(step, matter, { step: 'answered', outcome: 'mediation-failed', reply: result });
  return { record: { number } };
}

export async function refer(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { receiver, reason } = shapes.refer.parse(step.fields);
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-referral');
  const change = { outcome: 'referred', receiver, result: reason, decidedOn: ctx.today };
  await updateMatter(tx, ctx.district, file.id, change);
  await takeAlong(step, 'referred', change);
  await tellPublic(step, matter, { step: 'not-accepted', reply: `已分送${receiver}：${reason}` });
  return { record: { number } };
}

export async function part(step: ActionStep): Promise<ActionEffect> {
  const matter = await matterOf(step);
  const clock = matter.sort === 'complaint' ? 'acceptance' : 'decision';
  return { clocks: [{ clock, event: { type: 'start', on: matter.receivedOn } }] };
}

export async function extend(step: ActionStep): Promise<ActionEffect> {
  return {
    to: step.file.state,
    clocks: [{ clock: 'decision', event: { type: 'extend', extension: 'first', on: step.ctx.today } }],
  };
}

export async function handOn(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const given = shapes.handOn.parse(step.fields);
  const made = await passToCase(tx, ctx, matter, given);
  const change = { caseId: made.caseId, caseNumber: made.number };
  // A case that was opened before has told of it already: the report learns of it now.
  if (made.joinedTo !== null && (await isFiled(ctx, made.caseId)))
    await enqueueJob(tx, ctx, { task: 'complaints.hear-case-filed', payload: { caseId: made.caseId, on: ctx.today } });
  await updateMatter(tx, ctx.district, file.id, change);
  for (const one of await listJoinedTo(tx, ctx.district, file.id)) await updateMatter(tx, ctx.district, one.id, change);
  await tellPublic(step, matter, { step: 'accepted' });
  return { record: { caseNumber: made.number, joinedTo: made.joinedTo } };
}

/** Whoever can be told is told within the time; with nobody to tell the file is done. */
function afterDecision(matter: MatterRow, on: string): Pick<ActionEffect, 'to' | 'on' | 'clocks'> {
  if (!hasReporter(matter.personKind)) return { to: 'concluded', on };
  return { to: 'decided', on, clocks: [{ clock: 'answer', event: { type: 'start', on } }] };
}

export async function noCase(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { ground, reason } = shapes.noCase.parse(step.fields);
  const number = await takeNoticeNumber(tx, ctx, file.id, 'complaint-not-filed');
  const change = { outcome: 'case-not-filed', ground, result: reason, decidedOn: ctx.today };
  await updateMatter(tx, ctx.district, file.id, change);
  await takeAlong(step, 'decided', change);
  if (!hasReporter(matter.personKind))
    await tellPublic(step, matter, { step: 'answered', outcome: 'no-case', reply: noCaseLabels[ground]?.zh ?? reason });
  return { ...afterDecision(matter, ctx.today), record: { number } };
}

/** By the system, when the case tells whether it was opened. */
export async function caseDecided(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const on = matter.decidedOn ?? ctx.today;
  const paper = matter.outcome === 'case-filed' ? 'complaint-report-answer' : 'complaint-not-filed';
  const number = await takeNoticeNumber(tx, ctx, file.id, paper);
  const { outcome, result } = matter;
  await takeAlong(step, 'decided', { outcome, result, decidedOn: on });
  const effect = afterDecision(matter, on);
  const stop = { clock: 'decision', event: { type: 'stop', on } } as const;
  if (!hasReporter(matter.personKind))
    await tellPublic(step, matter, {
      step: 'answered',
      outcome: outcome === 'case-filed' ? 'case-opened' : 'no-case',
      reply: outcome === 'case-filed' ? '经核查已决定立案。' : '经核查决定不予立案。',
    });
  return { ...effect, clocks: [stop, ...(effect.clocks ?? [])], record: { number } };
}

export async function answer(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const matter = await matterOf(step);
  const { on, mode, result } = shapes.answer.parse(step.fields);
  const answeredOn = on ?? ctx.today;
  await updateMatter(tx, ctx.district, file.id, { answeredOn });
  await tellPublic(step, matter, {
    step: 'answered',
    outcome: matter.outcome === 'case-filed' ? 'case-opened' : 'no-case',
    reply: result,
  });
  return { on: answeredOn, record: { mode } };
}

export async function followRoot(step: ActionStep): Promise<ActionEffect> {
  const matter = await matterOf(step);
  const { to } = shapes.followRoot.parse(step.fields);
  if (to !== 'decided') return { to };
  const paper = matter.outcome === 'case-filed' ? 'complaint-report-answer' : 'complaint-not-filed';
  await takeNoticeNumber(step.tx, step.ctx, matter.id, paper);
  return afterDecision(matter, matter.decidedOn ?? step.ctx.today);
}
