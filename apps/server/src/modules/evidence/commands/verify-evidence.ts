import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { EvidenceDetail } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { CUSTODY_RECORD } from '../evidence.catalogue.ts';
import { requireFile, requireItem } from '../queries/require-file.ts';
import { getEvidence } from '../queries/show-evidence.ts';
import { appendCustody } from '../repositories/custody-repository.ts';

/** SHA-256 of what the store holds under a name; null where it holds nothing any more. */
async function hashStored(ctx: Ctx, sha256: string): Promise<string | null> {
  const path = await ctx.services.files.localPath(sha256);
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Reads the stored bytes again and compares them with the hash of intake; the result goes into the custody, whatever it is. */
export async function verifyEvidence(ctx: Ctx, fileId: string, itemId: string): Promise<EvidenceDetail> {
  const file = await requireFile(ctx, fileId, CUSTODY_RECORD);
  const row = await requireItem(ctx, fileId, itemId);
  const found = await hashStored(ctx, row.sha256);
  const same = found === row.sha256;
  await inTransaction(ctx, async (tx) => {
    await appendCustody(tx, ctx, {
      subject: 'item',
      subjectId: itemId,
      act: 'verify',
      reason: same ? '哈希值与登记时一致' : '哈希值与登记时不一致',
      details: { sha256: row.sha256, found, same: same ? 1 : 0 },
    });
    await writeAudit(tx, ctx, {
      action: 'evidence.custody.verify',
      subject: { kind: file.procedure, id: file.id, label: file.number },
      result: same ? 'ok' : 'failed',
      details: { item: itemId, title: row.title, found },
    });
  });
  return getEvidence(ctx, fileId, itemId);
}
