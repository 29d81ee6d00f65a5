import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { last } from '../domain/check-input.ts';
import { yuanText } from '../domain/money.ts';
import { dueOf, paidOf } from '../domain/owed.ts';
import { hitKeys } from '../domain/work-out.ts';
import type { LoadedCase } from '../queries/load-case.ts';
import { updateCase } from '../repositories/case-repository.ts';
import {
  findDecision,
  insertDecision,
  listEntries,
  noteDecisionPaper,
  supersedeDecision,
} from '../repositories/entry-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { caseOf, loadedOf, note, tell } from './case-of-step.ts';
import { requireWithinRange } from './require-range.ts';

const PUBLICITY_ARTICLE = '市场监督管理行政处罚信息公示规定(总局令第45号)第2条、第9条';

export async function decideTransfer(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const { decision, reason, ...dated } = fieldsOf('transfer', step.fields);
  const loaded = await loadedOf(step);
  const { row, thresholds } = loaded;
  const hits = hitKeys(thresholds);
  if (decision === 'keep' && hits.length === 0) throw new AppError('cases.transfer.nothing');
  const police = ctx.services.jurisdiction.caseSettings.policeOrganisation;
  const { on } = await note(
    step,
    'transfer',
    { decision, reason, hits, ...(decision === 'keep' ? {} : { toOrganisation: police }) },
    dated,
  );
  await updateCase(tx, ctx.district, row.id, { transfer_open: false });
  if (decision === 'keep') return { to: step.file.state };
  await insertDecision(tx, ctx, row.id, {
    kind: 'transfer-judicial',
    decidedOn: on,
    warning: false,
    fineFen: 0,
    confiscatedFen: 0,
    confiscatedGoods: null,
    other: null,
    ground: thresholds.flatMap((one) => one.hits.map((hit) => hit.reason.article))[0] ?? null,
    reasons: reason,
    rangeMinFen: null,
    rangeMaxFen: null,
    toOrganisation: police,
    law: null,
  });
  await updateCase(tx, ctx.district, row.id, { decided_on: on });
  await tell(tx, ctx, 'cases.case.transfer-decided', row, { toOrganisation: police, decidedOn: on, reason, hits });
  return { to: 'decided', on, clocks: [{ clock: 'decision', event: { type: 'stop', on } }] };
}

function requireGrounds(step: ActionStep, { checks }: LoadedCase): void {
  const given = fieldsOf('decide', step.fields);
  if (given.kind !== 'penalty' && (given.ground === null || given.ground === ''))
    throw new AppError('cases.decision.no-ground', {}, [{ path: 'ground', message: '必填 / required' }]);
  const twice = checks.find(({ check, standing }) => check === 'one-fine' && standing === 'stop');
  if (given.fineFen > 0 && twice !== undefined)
    throw new AppError('cases.case.stopped', { text: twice.text, article: twice.article ?? '' });
}

export async function decide(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const given = fieldsOf('decide', step.fields);
  const loaded = await loadedOf(step);
  const { row, law } = loaded;
  requireGrounds(step, loaded);
  const punished = given.kind === 'penalty';
  const fineFen = punished ? given.fineFen : 0;
  requireWithinRange(ctx, loaded, fineFen);
  const { on } = await note(step, 'decision', { kind: given.kind, fineFen, reasons: given.reasons }, given);
  await insertDecision(tx, ctx, row.id, {
    kind: given.kind,
    decidedOn: on,
    warning: punished && given.warning,
    fineFen,
    confiscatedFen: punished ? given.confiscatedFen : 0,
    confiscatedGoods: punished ? given.confiscatedGoods : null,
    other: given.other,
    ground: given.ground,
    reasons: given.reasons,
    rangeMinFen: law?.chosen.range.minFen ?? null,
    rangeMaxFen: law?.chosen.range.maxFen ?? null,
    toOrganisation: given.toOrganisation,
    law: law?.chosen ?? null,
  });
  await updateCase(tx, ctx.district, row.id, { decided_on: on });
  await tell(tx, ctx, 'cases.case.decided', row, { kind: given.kind, decidedOn: on, fineFen, track: row.track });
  const mere = fineFen === 0 && given.confiscatedFen === 0 && given.confiscatedGoods === null;
  const published = punished && !(given.warning && mere);
  const unserved = given.kind === 'transfer-elsewhere' || given.kind === 'cancelled';
  return {
    on,
    clocks: [
      ...(published ? [{ clock: 'publication', event: { type: 'start', on } } as const] : []),
      ...(unserved ? [{ clock: 'service', event: { type: 'stop', on } } as const] : []),
    ],
  };
}

export async function reopen(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await caseOf(step);
  const entries = await listEntries(tx, ctx.district, row.id);
  const decision = await findDecision(tx, ctx.district, row.id);
  const answer = last(entries, 'transfer-answer')?.data.answer;
  if (decision?.kind !== 'transfer-judicial' || (answer !== 'refused' && answer !== 'returned'))
    throw new AppError('cases.transfer.no-answer');
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { on } = await note(step, 'reopening', { reason, answer }, dated);
  await supersedeDecision(tx, ctx.district, row.id, reason);
  await updateCase(tx, ctx.district, row.id, { decided_on: null });
  return { on };
}

export async function serve(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const { mode, receiver, ...dated } = fieldsOf('service', step.fields);
  const { on } = await note(step, 'service', { what: 'decision', mode, receiver }, dated);
  await noteDecisionPaper(tx, ctx.district, file.id, { servedOn: on });
  const decision = await findDecision(tx, ctx.district, file.id);
  const pays = (decision?.fineFen ?? 0) + (decision?.confiscatedFen ?? 0) > 0;
  return { on, clocks: pays ? [{ clock: 'payment', event: { type: 'start', on } }] : [] };
}

async function paidSoFar({ tx, ctx, file }: ActionStep): Promise<{ readonly due: number; readonly paid: number }> {
  const decision = await findDecision(tx, ctx.district, file.id);
  return { due: dueOf(decision), paid: paidOf(await listEntries(tx, ctx.district, file.id)) };
}

export async function recordPayment(step: ActionStep): Promise<ActionEffect> {
  const { kind, paidFen, voucher, ...dated } = fieldsOf('payment', step.fields);
  const { due, paid } = await paidSoFar(step);
  const total = paid + (kind === 'surcharge' ? 0 : paidFen);
  if (kind !== 'surcharge' && total > due)
    throw new AppError('cases.payment.too-much', {
      paid: yuanText(total, step.ctx.language),
      due: yuanText(due, step.ctx.language),
    });
  const { on } = await note(step, 'payment', { kind, paidFen, voucher }, dated);
  if (total < due || kind === 'surcharge') return { to: step.file.state };
  return {
    to: step.file.state,
    clocks: [
      ...['payment', 'demand', 'enforcement'].map((clock) => ({ clock, event: { type: 'stop', on } as const })),
      { clock: 'closing', event: { type: 'start', on } },
    ],
  };
}

export async function deferPayment(step: ActionStep): Promise<ActionEffect> {
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  await note(step, 'deferral', { reason }, dated);
  return { to: step.file.state };
}

export async function publish(step: ActionStep): Promise<ActionEffect> {
  const { address, ...dated } = fieldsOf('publication', step.fields);
  return { on: (await note(step, 'publication', { address }, dated)).on };
}

export async function close(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const row = await caseOf(step);
  const { summary, ...dated } = fieldsOf('closing', step.fields);
  const entries = await listEntries(tx, ctx.district, file.id);
  const decision = await findDecision(tx, ctx.district, file.id);
  const { due, paid } = await paidSoFar(step);
  const handed = entries.some(({ kind }) => kind === 'court-request');
  if (paid < due && !handed) throw new AppError('cases.closing.unpaid', { open: yuanText(due - paid, ctx.language) });
  const mere = due === 0 && decision?.confiscatedGoods == null && decision?.warning === true;
  const toPublish = decision?.kind === 'penalty' && row.track === 'general' && !mere;
  if (toPublish && !entries.some(({ kind }) => kind === 'publication'))
    throw new AppError('cases.closing.unpublished', { article: PUBLICITY_ARTICLE });
  const { on } = await note(step, 'closing', { summary }, dated);
  await updateCase(tx, ctx.district, row.id, { closed_on: on });
  await tell(tx, ctx, 'cases.case.closed', row, { closedOn: on, kind: decision?.kind ?? null });
  return { on };
}
