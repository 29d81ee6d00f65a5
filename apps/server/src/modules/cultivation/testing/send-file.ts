import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '../../../platform/context/context.ts';
import { undoImport } from '../../../platform/imports/commands/change-import.ts';
import { importFile, settleImport } from '../../../platform/imports/import-file.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';

type Tasks = ReadonlyMap<string, JobTask>;

/** A CSV of one header and rows; cells are quoted. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Sends a file the whole way, with every job that follows. Returns the import's id. */
export async function sendFile(ctx: Ctx, tasks: Tasks, kind: string, content: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jince-send-'));
  const path = join(folder, `${kind}.csv`);
  try {
    writeFileSync(path, content);
    const done = await importFile(ctx, tasks, path, { kind, commit: true });
    if (done.state !== 'committed') throw new Error(`${kind}: ${done.state} ${JSON.stringify(done.counts)}`);
    return done.id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes a file back, with every job that follows. */
export async function takeBack(ctx: Ctx, tasks: Tasks, importId: string): Promise<void> {
  await undoImport(ctx, importId);
  const done = await settleImport(ctx, tasks, importId);
  if (done.state !== 'undone') throw new Error(`undo: ${done.state}`);
}
