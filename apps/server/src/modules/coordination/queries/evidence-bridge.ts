import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { linkEvidence, listEvidence } from '../../evidence/index.ts';

/** Titles of the evidence of a file in its order. */
export async function evidenceTitles(ctx: Ctx, fileId: string): Promise<readonly string[]> {
  return (await listEvidence(ctx, fileId)).filter((one) => one.setAside === null).map((one) => one.title);
}

/** All that is used in one file is put into another as well; its custody says so. */
export async function takeOverEvidence(
  tx: Tx,
  ctx: Ctx,
  from: { readonly fileId: string; readonly toFileId: string; readonly reason: string },
): Promise<number> {
  const items = (await listEvidence({ ...ctx, db: tx }, from.fileId)).filter((one) => one.setAside === null);
  for (const { id } of items) await linkEvidence(tx, ctx, id, from.toFileId, from.reason);
  return items.length;
}
