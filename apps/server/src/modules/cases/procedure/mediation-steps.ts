import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep, ProcedureFile } from '../../../platform/procedures/index.ts';
import type { CaseEntryRow } from '../domain/case-types.ts';
import { last } from '../domain/check-input.ts';
import { updateCase } from '../repositories/case-repository.ts';
import { listEntries } from '../repositories/entry-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { barredBy, caseOf, note, tell } from './case-of-step.ts';

/** The mediation under way: begun and without a result. */
function openMediation(entries: readonly CaseEntryRow[]): CaseEntryRow | undefined {
  const begun = last(entries, 'mediation');
  return begun !== undefined && begun.seq > (last(entries, 'mediation-result')?.seq ?? 0) ? begun : undefined;
}

export async function beginMediation(step: ActionStep): Promise<ActionEffect> {
  const { on, backDatedReason, ...given } = fieldsOf('mediation', step.fields);
  await note(step, 'mediation', given, { on, backDatedReason });
  return { to: step.file.state };
}

/** An agreement counts in the statistics; what was paid of it counts as loss recovered. */
export async function concludeMediation(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const row = await caseOf(step);
  const { on, backDatedReason, ...given } = fieldsOf('mediationResult', step.fields);
  const begun = openMediation(await listEntries(tx, ctx.district, file.id));
  if (begun === undefined) throw new AppError('cases.mediation.none');
  const agreed = given.result === 'agreed';
  if (agreed && given.agreement === null)
    throw new AppError('cases.mediation.no-text', {}, [{ path: 'agreement', message: '必填 / required' }]);
  if (!agreed && given.effect === 'ends') throw new AppError('cases.mediation.no-agreement');
  if (given.paidFen > given.amountFen) throw new AppError('cases.mediation.paid-more');
  const money = agreed ? { amountFen: given.amountFen, paidFen: given.paidFen } : {};
  const { result, agreement, documentNo, effect } = given;
  const day = await note(
    step,
    'mediation-result',
    { result, ...(agreed ? { agreement, effect } : {}), documentNo, ...money },
    { on, backDatedReason },
  );
  if (day.on < begun.on) throw new AppError('cases.mediation.before', { on: day.on, begun: begun.on });
  if (agreed)
    await updateCase(tx, ctx.district, row.id, {
      mediated: true,
      recovered_fen: Number(row.recovered_fen) + given.paidFen,
    });
  return { to: file.state };
}

/** Ends the case where the parties have agreed so and nothing of the law is left to pursue. */
export async function endMediated(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx } = step;
  const row = await caseOf(step);
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const { on } = await note(step, 'closing', { summary: reason, mediated: true }, dated);
  await updateCase(tx, ctx.district, row.id, { closed_on: on });
  if (row.filed_on === null) await tell(tx, ctx, 'cases.case.not-filed', row, { ground: 'mediated', reason, on });
  else await tell(tx, ctx, 'cases.case.closed', row, { closedOn: on, kind: 'mediated' });
  return { on };
}

/** Stop signs of beginning a mediation while one is under way, and of ending one where none is. */
export const barsMediation =
  (wanted: 'open' | 'none') =>
  async (ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> => {
    const open = openMediation(await listEntries(ctx.db, ctx.district, file.id)) !== undefined;
    if (wanted === 'none') return open ? new AppError('cases.mediation.open') : undefined;
    return open ? undefined : new AppError('cases.mediation.none');
  };

/** Stop sign of {@link endMediated}: no agreement to end it, or a criminal threshold. */
export async function barsEndMediated(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const result = last(await listEntries(ctx.db, ctx.district, file.id), 'mediation-result');
  if (result?.data.result !== 'agreed' || result.data.effect !== 'ends')
    return new AppError('cases.mediation.no-agreement');
  return barredBy(ctx, file, ['criminal']);
}
