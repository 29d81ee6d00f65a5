import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../context/context.ts';
import { drainJobs } from '../jobs/drain-jobs.ts';
import type { JobTask } from '../jobs/job-task.ts';
import { commitImport } from './commands/change-import.ts';
import { uploadImport } from './commands/upload-import.ts';
import { getImport } from './queries/show-import.ts';

const SETTLED = new Set(['recognised', 'previewed', 'committed', 'undone', 'cancelled', 'failed']);
const WAIT_MS = 50;

/** Runs waiting jobs here (or lets a running worker do them) until the import comes to rest. */
export async function settleImport(ctx: Ctx, tasks: ReadonlyMap<string, JobTask>, id: string) {
  for (;;) {
    await drainJobs(ctx.services, tasks);
    const detail = await getImport(ctx, id);
    if (SETTLED.has(detail.state)) return detail;
    await sleep(WAIT_MS);
  }
}

/**
 * The whole way of one file at the command line, at first start and in tests: the same commands and jobs as in the console.
 * @param options.commit apply the accepted rows when the preview is ready
 */
export async function importFile(
  ctx: Ctx,
  tasks: ReadonlyMap<string, JobTask>,
  path: string,
  options: { kind?: string; sender?: string; asOf?: string; fileName?: string; commit?: boolean } = {},
) {
  const fields: Record<string, string> = {
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.sender === undefined ? {} : { sender: options.sender }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
  const id = await uploadImport(ctx, {
    fileName: options.fileName ?? basename(path),
    mediaType: 'application/octet-stream',
    content: createReadStream(path),
    fields,
  });
  const preview = await settleImport(ctx, tasks, id);
  if (!options.commit || preview.state !== 'previewed' || preview.counts.accepted === 0) return preview;
  await commitImport(ctx, id);
  return settleImport(ctx, tasks, id);
}
