import { Readable } from 'node:stream';
import type { Ctx } from '../../context/context.ts';
import type { JobControl } from '../../jobs/job-task.ts';
import { commitImport, undoImport } from '../commands/change-import.ts';
import { uploadImport } from '../commands/upload-import.ts';
import { commitImportTask, undoImportTask } from '../jobs/apply-import.ts';
import { readImportTask } from '../jobs/read-import.ts';
import { findImport, type ImportRecord } from '../repositories/import-repository.ts';

const control: JobControl = {
  runId: 'test',
  progress: async () => undefined,
  checkCancelled: async () => undefined,
  signal: new AbortController().signal,
};

/** Sends a file through the real importer, without the queue: upload, read, check, match, commit. */
export async function runImport(
  ctx: Ctx,
  file: { name: string; content: string | Buffer; kind?: string; asOf?: string },
): Promise<ImportRecord> {
  const fields: Record<string, string> = {};
  if (file.kind !== undefined) fields.kind = file.kind;
  if (file.asOf !== undefined) fields.asOf = file.asOf;
  const id = await uploadImport(ctx, {
    fileName: file.name,
    mediaType: 'application/octet-stream',
    content: Readable.from([Buffer.from(file.content as string)]),
    fields,
  });
  await readImportTask.run(ctx, { importId: id } as never, control);
  const read = (await findImport(ctx.db, ctx.district, id)) as ImportRecord;
  if (read.state !== 'previewed') throw new Error(`import is ${read.state}: ${read.notice}`);
  if ((read.counts.accepted ?? 0) > 0) {
    await commitImport(ctx, id);
    await commitImportTask.run(ctx, { importId: id } as never, control);
  }
  return (await findImport(ctx.db, ctx.district, id)) as ImportRecord;
}

export async function runUndo(ctx: Ctx, id: string): Promise<ImportRecord> {
  await undoImport(ctx, id);
  await undoImportTask.run(ctx, { importId: id } as never, control);
  return (await findImport(ctx.db, ctx.district, id)) as ImportRecord;
}

/** A CSV of one header and rows; cells are quoted. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}
