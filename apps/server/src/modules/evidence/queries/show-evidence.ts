import type { EvidenceDetail } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFile } from '../../../platform/procedures/index.ts';
import { mayOnFile } from '../../../platform/procedures/reach.ts';
import { custodyIntact } from '../domain/custody-chain.ts';
import { EVIDENCE_READ } from '../evidence.catalogue.ts';
import { listCustody } from '../repositories/custody-repository.ts';
import { listStamps } from '../repositories/item-repository.ts';
import { requireFile, requireItem } from './require-file.ts';
import { viewCustody } from './view-custody.ts';
import { viewItem } from './view-item.ts';

type FileOfItem = EvidenceDetail['files'][number];

/** The other files that hold an item, as far as the actor may read them. */
async function otherFiles(ctx: Ctx, fileId: string, itemId: string): Promise<FileOfItem[]> {
  const { rows } = await sql<{ fileId: string; no: number }>`select file_id as "fileId", no from evidence.file_item
    where district = ${ctx.district} and item_id = ${itemId} and file_id <> ${fileId} order by added_at`.execute(
    ctx.db,
  );
  const files: FileOfItem[] = [];
  for (const row of rows) {
    try {
      const file = await loadFile(ctx, row.fileId);
      if (!mayOnFile(ctx, EVIDENCE_READ, file) && ctx.actor.userId !== null) continue;
      const href = ctx.services.procedures.get(file.procedure)?.href(file) ?? '';
      files.push({ ...row, number: file.number, label: file.subjectLabel, href });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return files;
}

/** One item of a file with its custody, time-stamps and the other files that hold it. @throws AppError 404 */
export async function getEvidence(ctx: Ctx, fileId: string, itemId: string): Promise<EvidenceDetail> {
  await requireFile(ctx, fileId, EVIDENCE_READ);
  const row = await requireItem(ctx, fileId, itemId);
  const chain = (await listCustody(ctx.db, ctx.district, 'item', [itemId])).get(itemId) ?? [];
  const stamps = await listStamps(ctx.db, ctx.district, [itemId]);
  return {
    ...viewItem(ctx, row),
    exif: row.exif,
    custody: viewCustody(ctx, chain),
    custodyIntact: custodyIntact(chain, row.custodyHead),
    stamps: stamps.map(({ stampedAt, authority, serial, policy, trusted }) => ({
      stampedAt,
      authority,
      serial,
      policy,
      trusted,
    })),
    files: may(ctx, EVIDENCE_READ) ? await otherFiles(ctx, fileId, itemId) : [],
  };
}
