import type { ServiceRecord } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { listServices } from '../repositories/service-repository.ts';
import { packOf } from './pack-of.ts';

/** Services of papers as people read them, in the order they were recorded. */
export async function serviceViews(
  ctx: Ctx,
  paperIds: readonly string[],
): Promise<(ServiceRecord & { readonly paperId: string })[]> {
  const modes = packOf(ctx).service.modes;
  return (await listServices(ctx.db, ctx.district, paperIds)).map((row) => {
    const rule = modes.find(({ mode }) => mode === row.mode);
    const { receiptSha256: _hash, receiptMediaType: _type, ...shown } = row;
    return { ...shown, modeLabel: rule?.label ?? row.mode, article: rule?.article ?? '' };
  });
}
