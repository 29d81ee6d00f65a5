import type { CaseRecord, ParsedInput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { listRights, saveGoods } from '../repositories/parts-repository.ts';
import { editCase } from './edit-case.ts';
import { readAmounts } from './read-amounts.ts';

type Body = ParsedInput<(typeof routes)['saveCaseGoods']>['body'];

/**
 * Goods of a case; amount and thresholds are read again and the reading is kept.
 * @throws AppError cases.goods.no-basis for a line without price or basis
 */
export async function saveCaseGoods(ctx: Ctx, id: string, body: Body): Promise<CaseRecord> {
  return editCase(ctx, { id, revision: body.revision, what: 'goods' }, async (tx, row) => {
    const read = await readAmounts(tx, ctx, row, {
      goods: body.goods,
      rights: await listRights(tx, ctx.district, id),
      cause: body.cause,
    });
    await saveGoods(tx, ctx.district, id, body.goods);
    return { lines: body.goods.length, businessFen: read.businessFen, hit: read.hit, cause: body.cause };
  });
}
