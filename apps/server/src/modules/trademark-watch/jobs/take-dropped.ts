import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Ctx, systemActor } from '../../../platform/context/context.ts';
import { uploadImport } from '../../../platform/imports/commands/upload-import.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { streamZip, type ZipSource } from '../../evidence/index.ts';

const TAKEN = 'taken';
const EVERY_MINUTES = 2;
/** A file that somebody is still writing is left until it has been quiet for so long. */
const QUIET_MS = 30_000;

interface Waiting {
  readonly name: string;
  /** Files of a folder, as paths; none of a file that stands alone. */
  readonly files?: readonly string[];
}

const isQuiet = async (path: string): Promise<boolean> => Date.now() - (await stat(path)).mtimeMs >= QUIET_MS;

/** Files below a folder, without hidden ones and without what only points elsewhere. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .toSorted();
}

async function waitingOf(folder: string, entry: Dirent): Promise<Waiting | undefined> {
  const { name } = entry;
  const path = join(folder, name);
  if (name.startsWith('.') || name === TAKEN) return undefined;
  if (entry.isFile()) return (await isQuiet(path)) ? { name } : undefined;
  if (!entry.isDirectory()) return undefined;
  const files = await filesBelow(path);
  for (const one of [path, ...files]) if (!(await isQuiet(one))) return undefined;
  return files.length === 0 ? undefined : { name, files };
}

/** What waits in the folder: lists, and folders of a list with its pictures and pages. */
async function listWaiting(ctx: Ctx): Promise<Waiting[]> {
  const folder = ctx.services.config.watchFolder;
  if (folder === undefined) return [];
  await mkdir(join(folder, TAKEN), { recursive: true });
  const waiting: Waiting[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const one = await waitingOf(folder, entry);
    if (one !== undefined) waiting.push(one);
  }
  return waiting.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function sourceOf(root: string, path: string): Promise<ZipSource> {
  let [size, crc] = [0, 0];
  for await (const part of createReadStream(path)) {
    size += (part as Buffer).length;
    crc = crc32(part as Buffer, crc);
  }
  return { name: relative(root, path).replaceAll('\\', '/'), size, crc, open: () => createReadStream(path) };
}

/** The list itself, or one archive of the list and what stands beside it. */
async function contentOf(folder: string, { name, files }: Waiting): Promise<{ fileName: string; content: Readable }> {
  const path = join(folder, name);
  if (files === undefined) return { fileName: name, content: createReadStream(path) };
  const sources = await Promise.all(files.map((file) => sourceOf(path, file)));
  return { fileName: `${name}.zip`, content: Readable.from(streamZip(sources, () => Promise.resolve())) };
}

/** Uploads each list of the folder as an import, which a person applies, and puts it aside. Returns how many. */
export async function takeDropped(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '监测文件夹' } };
  const folder = ctx.services.config.watchFolder;
  if (folder === undefined) return 0;
  const waiting = await listWaiting(ctx);
  for (const one of waiting) {
    const { fileName, content } = await contentOf(folder, one);
    const id = await uploadImport(ctx, { fileName, mediaType: 'application/octet-stream', content, fields: {} });
    await rename(join(folder, one.name), join(folder, TAKEN, `${id}-${one.name}`));
  }
  return waiting.length;
}

export const takeDroppedTask: JobTask = {
  task: 'trademark-watch.take-dropped',
  label: { zh: '收取监测文件夹', en: 'Take lists out of the watched folder' },
  cancellable: false,
  maxAttempts: 2,
  queue: 'trademark-watch-folder',
  everyMinutes: EVERY_MINUTES,
  due: async (ctx) => (await listWaiting(ctx)).length > 0,
  async run(ctx) {
    await takeDropped(ctx);
  },
};
