import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { listRoundFiles } from '../repositories/evaluation-repository.ts';
import { listRounds } from '../repositories/round-repository.ts';

async function roundOf(ctx: Ctx, id: string) {
  const [round] = await listRounds(ctx.db, ctx.district, id);
  if (round === undefined) throw new AppError('platform.not-found');
  return round;
}

const noteMove = (ctx: Ctx, action: string, round: { readonly id: string; readonly title: string }, moved: number) =>
  inTransaction(ctx, (tx) =>
    writeAudit(tx, ctx, {
      action,
      subject: { kind: 'credit-round', id: round.id, label: round.title },
      details: { moved },
    }),
  );

/** Tells every agency of a round its preliminary result. Each file is moved by itself, so what is done stays done. */
export async function noticeCreditRound(ctx: Ctx, id: string): Promise<{ readonly moved: number }> {
  const round = await roundOf(ctx, id);
  const files = await listRoundFiles(ctx.db, ctx.district, id, ['preliminary']);
  for (const { file_id } of files) await inTransaction(ctx, (tx) => performAction(tx, ctx, file_id, 'notice'));
  await noteMove(ctx, 'agency-credit.round.notice', round, files.length);
  return { moved: files.length };
}

/** Makes final what can be: time to object over, or objection decided. The others wait. */
export async function concludeCreditRound(
  ctx: Ctx,
  id: string,
): Promise<{ readonly moved: number; readonly waiting: number }> {
  const round = await roundOf(ctx, id);
  const files = await listRoundFiles(ctx.db, ctx.district, id, ['noticed', 'settled']);
  let moved = 0;
  for (const { file_id, state } of files) {
    const action = state === 'settled' ? 'confirm-result' : 'conclude';
    try {
      await inTransaction(ctx, (tx) => performAction(tx, ctx, file_id, action));
      moved += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'procedures.action.clock-running') throw error;
    }
  }
  await noteMove(ctx, 'agency-credit.round.conclude', round, moved);
  return { moved, waiting: files.length - moved };
}
