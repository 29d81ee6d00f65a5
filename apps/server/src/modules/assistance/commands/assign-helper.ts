import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { AID_ASSIGN } from '../assistance.catalogue.ts';
import { AID_PROCEDURE } from '../procedure/request-procedure.ts';
import { aidStates } from '../procedure/states.ts';
import { judgeHelpers } from '../queries/judge-helpers.ts';
import { reachRequest } from '../queries/list-requests.ts';
import { endAssignment, insertAssignment, listAssignments } from '../repositories/request-repository.ts';

/** States in which somebody can be assigned. */
const OPEN = new Set(['submitted', 'accepted']);

/**
 * Assigns an expert or agency against whom nothing speaks today; what was checked is kept with it.
 * @throws AppError assistance.request.closed · assistance.helper.conflict with the reasons · assistance.helper.twice; 404
 */
export async function assignAidHelper(
  ctx: Ctx,
  requestId: string,
  input: { readonly part: 'expert' | 'agency'; readonly helperId: string },
): Promise<{ readonly id: string }> {
  const record = await reachRequest(ctx, requestId, AID_ASSIGN);
  if (!OPEN.has(record.state))
    throw new AppError('assistance.request.closed', {
      state: aidStates[record.state as keyof typeof aidStates].label[ctx.language],
    });
  const helper = (await judgeHelpers(ctx, record, { part: input.part, id: input.helperId }))[0];
  if (helper === undefined) throw new AppError('platform.not-found');
  const reasons = helper.checks.filter((one) => one.standing === 'conflict').map((one) => one.text);
  if (reasons.length > 0)
    throw new AppError('assistance.helper.conflict', { name: helper.name, reasons: reasons.join('；') });
  const running = (await listAssignments(ctx.db, ctx, requestId)).filter((one) => one.ended_on === null);
  if (running.some((one) => one.helper_id === helper.id))
    throw new AppError('assistance.helper.twice', { name: helper.name });
  return inTransaction(ctx, async (tx) => {
    const id = await insertAssignment(tx, ctx, {
      requestId,
      part: input.part,
      helperId: helper.id,
      name: helper.name,
      checks: helper.checks,
    });
    await writeAudit(tx, ctx, {
      action: AID_ASSIGN,
      subject: { kind: AID_PROCEDURE, id: record.file_id, label: `${record.number} ${record.title}` },
      details: { part: input.part, name: helper.name, checks: helper.checks.map((one) => one.text) },
    });
    return { id };
  });
}

/** Ends an assignment; it stays on record with the reason. @throws AppError 404 */
export async function endAidAssignment(ctx: Ctx, requestId: string, id: string, reason: string): Promise<void> {
  const record = await reachRequest(ctx, requestId, AID_ASSIGN);
  await inTransaction(ctx, async (tx) => {
    if (!(await endAssignment(tx, ctx, requestId, id, reason))) throw new AppError('platform.not-found');
    await writeAudit(tx, ctx, {
      action: 'assistance.request.end',
      subject: { kind: AID_PROCEDURE, id: record.file_id, label: `${record.number} ${record.title}` },
      details: { reason },
    });
  });
}
