import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import { uploadImport } from '../../../platform/imports/commands/upload-import.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';

const TAKEN = 'taken';
const EVERY_MINUTES = 2;
/** A file that somebody is still writing is left until it has been quiet for so long. */
const QUIET_MS = 30_000;

async function waitingFiles(ctx: Ctx): Promise<string[]> {
  const folder = ctx.services.config.watchFolder;
  if (folder === undefined) return [];
  await mkdir(join(folder, TAKEN), { recursive: true });
  const names = (await readdir(folder, { withFileTypes: true })).filter(
    (one) => one.isFile() && !one.name.startsWith('.'),
  );
  const quiet: string[] = [];
  for (const { name } of names) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs >= QUIET_MS) quiet.push(name);
  }
  return quiet.toSorted();
}

/** Uploads each list of the folder as an import, which a person applies, and puts the file aside. Returns how many. */
export async function takeDropped(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '监测文件夹' } };
  const folder = ctx.services.config.watchFolder;
  if (folder === undefined) return 0;
  const names = await waitingFiles(ctx);
  for (const name of names) {
    const path = join(folder, name);
    const id = await uploadImport(ctx, {
      fileName: name,
      mediaType: 'application/octet-stream',
      content: createReadStream(path),
      fields: {},
    });
    await rename(path, join(folder, TAKEN, `${id}-${name}`));
  }
  return names.length;
}

export const takeDroppedTask: JobTask = {
  task: 'trademark-watch.take-dropped',
  label: { zh: '收取监测文件夹', en: 'Take lists out of the watched folder' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'trademark-watch-folder',
  everyMinutes: EVERY_MINUTES,
  due: async (ctx) => (await waitingFiles(ctx)).length > 0,
  async run(ctx) {
    await takeDropped(ctx);
  },
};
