import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { VALID_TRADEMARK } from '../../ip-rights/index.ts';
import { POOL_EDIT } from '../cultivation.catalogue.ts';
import { cleanText } from '../domain/check-input.ts';
import { findMark, insertPoolEntry } from '../repositories/pool-repository.ts';

/** Takes a valid registered mark into the pool, at its first stage. Returns the entry's id. */
export async function addPoolEntry(
  ctx: Ctx,
  input: { trademarkId: string; route?: string | null | undefined; note?: string | undefined },
): Promise<string> {
  const first = ctx.services.jurisdiction.markPool.stages[0];
  return inTransaction(ctx, async (tx) => {
    const mark = await findMark(tx, ctx, POOL_EDIT, input.trademarkId);
    if (mark === undefined || first === undefined) throw new AppError('platform.not-found');
    if (!VALID_TRADEMARK.some((status) => status === mark.status))
      throw new AppError('cultivation.pool.not-registered', { mark: mark.name });
    const id = uuidv7();
    const entry = {
      id,
      trademarkId: mark.id,
      key: mark.key,
      mark: mark.name,
      stage: first.code,
      route: input.route ?? null,
      note: cleanText(input.note),
    };
    if (!(await insertPoolEntry(tx, ctx, entry)))
      throw new AppError('cultivation.pool.already-there', { mark: mark.name });
    await writeAudit(tx, ctx, {
      action: 'cultivation.pool.edit',
      subject: { kind: 'pool-entry', id, label: mark.name },
      details: { added: mark.key, route: entry.route },
    });
    return id;
  });
}
