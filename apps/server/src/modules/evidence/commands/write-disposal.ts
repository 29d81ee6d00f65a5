import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { type DisposalRow, insertDisposal, type ThingRow } from '../repositories/measure-repository.ts';

const blank = (text: string | null) => text === null || text.trim() === '';

/** Somebody else must have seen or taken what leaves the office's hands. */
function assertSeen(disposal: Omit<DisposalRow, 'by' | 'thingId'>): void {
  const { way, receiver, witness } = disposal;
  const missing =
    (way === 'returned' && blank(receiver)) ||
    (['destroyed', 'auctioned', 'handed-over'].includes(way) && blank(receiver) && blank(witness));
  if (missing) throw new AppError('evidence.thing.witness');
}

/** One disposal of a thing with its entry of custody. @throws AppError evidence.thing.witness */
export async function writeDisposal(
  tx: Tx,
  ctx: Ctx,
  thing: ThingRow,
  disposal: Omit<DisposalRow, 'by' | 'thingId'>,
): Promise<void> {
  assertSeen(disposal);
  await insertDisposal(tx, ctx, uuidv7(), { ...disposal, thingId: thing.id });
  const leaves = ['returned', 'handed-over', 'auctioned'].includes(disposal.way);
  await appendCustody(tx, ctx, {
    subject: 'thing',
    subjectId: thing.id,
    act: 'dispose',
    happenedAt: disposal.on === ctx.today ? undefined : `${disposal.on}T12:00:00+08:00`,
    to: leaves ? disposal.receiver : null,
    reason: disposal.reason,
    details: {
      way: disposal.way,
      quantity: disposal.quantity,
      unit: thing.unit,
      basis: disposal.basis,
      witness: disposal.witness,
    },
  });
}
