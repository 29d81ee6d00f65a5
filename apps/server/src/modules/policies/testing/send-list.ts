import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '../../../platform/context/context.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';

/** Sends rows under a header the whole way, with every job that follows. */
export async function sendList(
  ctx: Ctx,
  tasks: ReadonlyMap<string, JobTask>,
  kind: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jince-list-'));
  const path = join(folder, `${kind}.csv`);
  try {
    writeFileSync(path, rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
    const { state, counts } = await importFile(ctx, tasks, path, { kind, commit: true });
    if (state !== 'committed') throw new Error(`${kind}: ${state} ${JSON.stringify(counts)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
