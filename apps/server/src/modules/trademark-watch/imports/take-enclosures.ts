import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { FileTooLarge } from '../../../platform/files/file-store.ts';
import {
  type ArchiveEntry,
  DEFAULT_READ_LIMITS,
  openArchive,
  ReadError,
} from '../../../platform/imports/readers/index.ts';
import type { JobControl } from '../../../platform/jobs/job-task.ts';
import { baseOf, foldPath, isEnclosure } from '../domain/enclosure-name.ts';
import { typeOfKept } from '../domain/kept-type.ts';
import { orderSealing } from '../jobs/seal-captures.ts';
import { addLeaves } from '../repositories/capture-repository.ts';
import { clearEnclosures, insertEnclosure, namedBases } from '../repositories/enclosure-repository.ts';

const HEAD = 512;
const ZIP = Buffer.from('PK');

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await handle.read(head, 0, HEAD, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Its bytes in the store; nothing of one that is larger than a document may be. */
async function keepEntry(ctx: Ctx, entry: ArchiveEntry, signal: AbortSignal) {
  const { files, config, log } = ctx.services;
  try {
    return await files.put(Readable.from(entry.read(signal)), config.maxDocumentBytes);
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error;
    log.warn({ entry: entry.name, maxBytes: error.maxBytes }, 'file beside a list is too large');
    return undefined;
  }
}

/**
 * Keeps the pictures and pages that came beside a list in one archive and are named by its rows: hashed as they are taken out. What is no
 * picture or page by its bytes, and what no row names, is left where it is.
 */
export async function takeEnclosures(ctx: Ctx, importId: string, control: JobControl): Promise<undefined> {
  const { services, district } = ctx;
  await clearEnclosures(ctx.db, district, importId);
  const { rows } = await sql<{ sha256: string; file_name: string }>`select sha256, file_name from imports.import
    where district = ${district} and id = ${importId}`.execute(ctx.db);
  const file = rows[0];
  if (file === undefined) return undefined;
  const path = await services.files.localPath(file.sha256);
  if (!(await headOf(path)).subarray(0, ZIP.length).equals(ZIP)) return undefined;
  const archive = await openArchive(path, file.file_name, DEFAULT_READ_LIMITS);
  try {
    const entries = archive.entries.filter(({ name, encrypted }) => !encrypted && isEnclosure(name));
    const named = await namedBases(
      ctx.db,
      district,
      importId,
      entries.map(({ name }) => baseOf(foldPath(name))),
    );
    for (const entry of entries) {
      const name = foldPath(entry.name);
      if (!named.has(baseOf(name))) continue;
      await control.checkCancelled();
      const stored = await keepEntry(ctx, entry, control.signal);
      if (stored === undefined) continue;
      const type = typeOfKept(await headOf(await services.files.localPath(stored.sha256)), name);
      if (type === undefined) continue;
      await inTransaction(ctx, async (tx) => {
        const fileName = entry.name.slice(entry.name.lastIndexOf('/') + 1).slice(0, 200);
        await insertEnclosure(tx, ctx, importId, {
          name,
          base: baseOf(name),
          part: type.part,
          file_name: fileName,
          media_type: type.mediaType,
          ...stored,
        });
        await addLeaves(tx, ctx, [stored.sha256]);
      });
    }
    await inTransaction(ctx, (tx) => orderSealing(tx, ctx));
  } catch (error) {
    // The table itself was read: a damaged picture beside it stops nobody, what was taken so far is kept.
    if (!(error instanceof ReadError)) throw error;
    services.log.warn({ err: error, importId }, 'files beside a list not taken');
  } finally {
    archive.close();
  }
  return undefined;
}
