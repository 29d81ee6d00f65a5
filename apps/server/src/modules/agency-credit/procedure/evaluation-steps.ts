import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { orderNotices } from '../commands/order-notices.ts';
import { refreshStandings } from '../commands/refresh-standings.ts';
import { computeResult } from '../queries/compute-result.ts';
import { repairTerm } from '../queries/terms.ts';
import { decideAppeal, insertObjection, insertRepair, noteFirstReview } from '../repositories/appeal-repository.ts';
import { type EvaluationRow, findEvaluation, noteNotice, saveFinal } from '../repositories/evaluation-repository.ts';
import { repairEvents, withdrawEvents } from '../repositories/event-repository.ts';
import { fieldsOf } from './evaluation-actions.ts';

async function evaluationOf({ tx, ctx, file }: ActionStep): Promise<EvaluationRow> {
  const row = await findEvaluation(tx, ctx.district, file.subjectId);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

export async function notice(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await evaluationOf(step);
  await noteNotice(tx, ctx.district, row.id, ctx.today);
  await orderNotices(tx, ctx);
  return { record: { score: row.preliminary_score, grade: row.preliminary_grade } };
}

export async function object(step: ActionStep): Promise<ActionEffect> {
  const row = await evaluationOf(step);
  const { text, eventIds } = fieldsOf('appeal', step.fields);
  const known = new Set(row.preliminary.lines.map((line) => line.eventId));
  if (eventIds.some((id) => !known.has(id))) throw new AppError('agency-credit.appeal.event');
  await insertObjection(step.tx, step.ctx, { evaluationId: row.id, text, eventIds });
  return {};
}

const review = (table: 'objection' | 'repair') => async (step: ActionStep) => {
  const { opinion, supports } = fieldsOf('firstReview', step.fields);
  const { id } = await evaluationOf(step);
  await noteFirstReview(step.tx, step.ctx, table, { evaluationId: id, opinion, supports });
  return {};
};
export const reviewObjection = review('objection');
export const reviewRepair = review('repair');

/** An upheld objection takes the events it names back: they should not have been entered, so they count on no day. */
export async function decideObjection(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await evaluationOf(step);
  const { decision, granted } = fieldsOf('decision', step.fields);
  const objection = await decideAppeal(tx, ctx, 'objection', { evaluationId: row.id, decision, granted });
  if (granted && objection !== undefined && objection.event_ids.length > 0) {
    const reason = `${row.number} 异议成立：${decision}`.slice(0, 300);
    await withdrawEvents(tx, ctx.district, objection.event_ids, { at: ctx.now, reason });
    await refreshStandings(tx, ctx, [row.subject_id]);
  }
  return {};
}

/** Computes the result once more: what was upheld, set aside or entered since the notice is in it. */
export async function conclude(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await evaluationOf(step);
  const result = await computeResult({ ...ctx, db: tx }, row);
  await saveFinal(tx, ctx.district, row.id, { on: ctx.today, ...result });
  await refreshStandings(tx, ctx, [row.subject_id]);
  return { record: { score: result.score, grade: result.grade } };
}

export async function requestRepair(step: ActionStep): Promise<ActionEffect> {
  const { ctx } = step;
  const row = await evaluationOf(step);
  const { text, eventIds } = fieldsOf('appeal', step.fields);
  if (row.final_on === null || row.final === null) throw new AppError('platform.not-found');
  const term = repairTerm(row.final_on);
  if (ctx.today < term.from) throw new AppError('agency-credit.repair.too-early', { ...term, today: ctx.today });
  if (eventIds.length === 0) throw new AppError('agency-credit.repair.nothing');
  const lines = new Map(row.final.lines.map((line) => [line.eventId, line]));
  for (const id of eventIds) {
    const line = lines.get(id);
    if (line === undefined) throw new AppError('agency-credit.appeal.event');
    const closed = line.until !== null && line.until <= ctx.today;
    if (line.repairable && !closed && line.counted < 0) continue;
    const why = closed
      ? { zh: `已于${line.until}到期，不必修复。`, en: `it ended on ${line.until}.` }
      : { zh: '评价规则不允许修复，或者没有扣分。', en: 'the rules do not allow it, or it took no points.' };
    throw new AppError('agency-credit.repair.not-repairable', {
      item: line.itemLabel ?? line.sortLabel,
      why: why[ctx.language],
    });
  }
  await insertRepair(step.tx, ctx, { evaluationId: row.id, text, eventIds });
  return {};
}

export async function decideRepair(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await evaluationOf(step);
  const { decision, granted } = fieldsOf('decision', step.fields);
  const repair = await decideAppeal(tx, ctx, 'repair', { evaluationId: row.id, decision, granted });
  if (granted && repair !== undefined) {
    await repairEvents(tx, ctx.district, repair.event_ids, { on: ctx.today, repairId: repair.id });
    await refreshStandings(tx, ctx, [row.subject_id]);
  }
  return { to: granted ? 'repaired' : 'final' };
}
