import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { EVALUATION_APPEAL } from '../agency-credit.catalogue.ts';
import { reachEvaluation } from '../queries/reach-evaluation.ts';
import { objectionRefusal, repairRefusal } from '../queries/show-evaluation.ts';

interface Appeal {
  readonly text: string;
  readonly eventIds: readonly string[];
}

/** Objects to a preliminary result. @throws AppError agency-credit.objection.late with the day and the article */
export async function objectToCredit(ctx: Ctx, id: string, appeal: Appeal): Promise<void> {
  const row = await reachEvaluation(ctx, id, EVALUATION_APPEAL);
  const refusal = objectionRefusal(ctx, row);
  if (refusal !== undefined) throw refusal;
  await inTransaction(ctx, (tx) => performAction(tx, ctx, row.file_id, 'object', { fields: { ...appeal } }));
}

/** Asks for the repair of events. @throws AppError agency-credit.repair.too-early with the day and the article */
export async function requestCreditRepair(ctx: Ctx, id: string, appeal: Appeal): Promise<void> {
  const row = await reachEvaluation(ctx, id, EVALUATION_APPEAL);
  const refusal = repairRefusal(ctx, row);
  if (refusal !== undefined) throw refusal;
  await inTransaction(ctx, (tx) => performAction(tx, ctx, row.file_id, 'request-repair', { fields: { ...appeal } }));
}
