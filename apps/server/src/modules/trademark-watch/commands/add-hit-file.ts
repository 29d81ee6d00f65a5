import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { photoName } from '../../../platform/files/read-photo.ts';
import type { FileAnswer, UploadedFile } from '../../../platform/module.ts';
import { typeOfKept } from '../domain/kept-type.ts';
import { orderSealing } from '../jobs/seal-captures.ts';
import { reachHit } from '../queries/reach-hit.ts';
import { addLeaves } from '../repositories/capture-repository.ts';
import { findHitFile } from '../repositories/hit-file-repository.ts';
import { HIT_ACT } from '../trademark-watch.catalogue.ts';

const HEAD = 512;

/** Keeps a picture or a saved page of a hit: hashed at intake, dated by the office's clock. @throws AppError trademark-watch.hit.file-unfit */
export async function addHitFile(ctx: Ctx, id: string, file: UploadedFile): Promise<{ id: string; sha256: string }> {
  const hit = await reachHit(ctx, id, HIT_ACT);
  const fileName = photoName(file.fileName);
  const stored = await ctx.services.files.put(file.content, ctx.services.config.maxUploadBytes);
  const handle = await open(await ctx.services.files.localPath(stored.sha256));
  const head = Buffer.alloc(HEAD);
  const { bytesRead } = await handle.read(head, 0, HEAD, 0).finally(() => handle.close());
  const type = typeOfKept(head.subarray(0, bytesRead), fileName);
  if (type === undefined) throw new AppError('trademark-watch.hit.file-unfit', { fileName });
  return inTransaction(ctx, async (tx) => {
    const fileId = uuidv7();
    await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${stored.sha256}, ${stored.size})
      on conflict do nothing`.execute(tx);
    await sql`insert into trademark_watch.hit_file (district, id, hit_id, part, file_name, media_type, sha256, size, kept_at, kept_by_name)
      values (${ctx.district}, ${fileId}, ${id}, ${type.part}, ${fileName}, ${type.mediaType}, ${stored.sha256}, ${stored.size}, ${ctx.now},
        ${ctx.actor.displayName}) on conflict do nothing`.execute(tx);
    await addLeaves(tx, ctx, [stored.sha256]);
    await orderSealing(tx, ctx);
    await writeAudit(tx, ctx, {
      action: HIT_ACT,
      subject: { kind: 'trademark-watch.hit', id, label: `${hit.mark_name} ← ${hit.title}`.slice(0, 200) },
      details: { file: fileName, sha256: stored.sha256 },
    });
    return { id: fileId, sha256: stored.sha256 };
  });
}

export async function getHitFile(ctx: Ctx, id: string, fileId: string): Promise<FileAnswer> {
  await reachHit(ctx, id);
  const found = await findHitFile(ctx.db, ctx.district, id, fileId);
  if (found === undefined) throw new AppError('platform.not-found');
  return {
    fileName: found.file_name,
    mediaType: found.media_type,
    content: await ctx.services.files.read(found.sha256),
  };
}
