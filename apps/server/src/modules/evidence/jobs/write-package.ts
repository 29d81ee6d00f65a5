import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { PACKAGE_SEALED } from '../commands/seal-package.ts';
import { type PackagePlan, planPackage } from '../package/plan-package.ts';
import { readSources, SourceChanged, sourceOf } from '../package/read-sources.ts';
import { streamZip, type ZipSource } from '../package/stream-zip.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { findPackage, type PackageRow } from '../repositories/package-repository.ts';
import { askAuthority } from '../stamping/ask-authority.ts';
import { authorityOf } from '../stamping/authority.ts';

async function fail(ctx: Ctx, row: PackageRow, failure: string): Promise<void> {
  await sql`update evidence.package set state = 'failed', failure = ${failure} where district = ${ctx.district} and id = ${row.id}`.execute(
    ctx.db,
  );
}

/** A time-stamp over the manifest, where the office has an authority; without an answer the package is sealed all the same. */
async function stampManifest(ctx: Ctx, manifest: Buffer): Promise<Buffer | undefined> {
  const authority = authorityOf(ctx.services.config);
  if (authority === undefined) return undefined;
  try {
    return (await askAuthority(authority, hash('sha256', manifest, 'hex'))).token;
  } catch (error) {
    ctx.services.log.warn({ err: error }, 'manifest not time-stamped');
    return undefined;
  }
}

/** All entries in their order: what says what there is, then the files. */
async function* entriesOf(
  ctx: Ctx,
  { manifest, files }: PackagePlan,
  stamp: Buffer | undefined,
): AsyncGenerator<ZipSource> {
  yield sourceOf('manifest.json', manifest);
  yield sourceOf('manifest.sha256', Buffer.from(`${hash('sha256', manifest, 'hex')}  manifest.json\n`));
  if (stamp !== undefined) yield sourceOf('manifest.tst', stamp);
  yield* readSources(ctx, files);
}

/** Writes the archive in one stream into the store; a file whose hash is not proven on the way ends it, and nothing is kept. */
async function write(ctx: Ctx, row: PackageRow, control: JobControl): Promise<void> {
  const plan = await planPackage(ctx, row);
  const stamp = await stampManifest(ctx, plan.manifest);
  const steps = plan.files.length + (stamp === undefined ? 2 : 3);
  const stored = await ctx.services.files.put(
    Readable.from(
      streamZip(entriesOf(ctx, plan, stamp), async (count) => {
        await control.checkCancelled();
        await control.progress(count, steps, '核对哈希值，写入证据包');
      }),
      { objectMode: false },
    ),
    Number.MAX_SAFE_INTEGER,
  );
  await inTransaction(ctx, async (tx) => {
    await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${stored.sha256}, ${stored.size}) on conflict do nothing`.execute(
      tx,
    );
    await sql`update evidence.package set state = 'ready', sha256 = ${stored.sha256}, size = ${stored.size}, entries = ${steps},
      sealed_at = ${ctx.now} where district = ${ctx.district} and id = ${row.id}`.execute(tx);
    for (const itemId of row.evidenceIds)
      await appendCustody(tx, ctx, {
        subject: 'item',
        subjectId: itemId,
        act: 'seal',
        details: { package: row.number, packageSha256: stored.sha256 },
      });
    await publishEvent(tx, ctx, PACKAGE_SEALED, { packageId: row.id, fileId: row.fileId });
  });
}

/** Writes an ordered package. A file whose bytes are no longer those of intake stops it, and says which. */
export const writePackageTask: JobTask = {
  task: 'evidence.write-package',
  label: { zh: '封存证据包', en: 'Seal a package of evidence' },
  cancellable: true,
  maxAttempts: 3,
  queue: 'evidence-packages',
  run: async (ctx, payload: { packageId: string }, control) => {
    const row = await findPackage(ctx.db, ctx.district, payload.packageId);
    if (row === undefined || row.state === 'ready') return;
    try {
      await write(ctx, row, control);
    } catch (error) {
      if (error instanceof SourceChanged) return fail(ctx, row, error.message);
      throw error;
    }
  },
};
