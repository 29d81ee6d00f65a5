import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { copyFile, open, rm, statfs } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { beginUpload, finishUpload, sealPackage, sendChunk } from '../apps/server/src/modules/evidence/index.ts';
import { type Ctx, inTransaction, systemContext } from '../apps/server/src/platform/context/context.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { openFile } from '../apps/server/src/platform/procedures/index.ts';
import { BENCH_DATA, type BenchLine, openBenchWorld, randomOf, round } from './bench-world.ts';

const MB = 1024 * 1024;
const PHOTO_BYTES = 5 * MB;
const PIECE_BYTES = 2 * MB;
/** Draft, store and package stand on the disk together. */
const DISK_SHARE = 3;
const WANTED = Number(process.env.JINCE_BENCH_PHOTOS ?? 1000);
const CUT_EVERY = 10;
const VERIFIER = fileURLToPath(new URL('../docs/verify-package.mjs', import.meta.url));

/** As many as were asked for, fewer where the disk is short. */
async function photosThatFit(): Promise<number> {
  const { bavail, bsize } = await statfs(BENCH_DATA);
  return Math.max(10, Math.min(WANTED, Math.floor((bavail * bsize) / PHOTO_BYTES / DISK_SHARE)));
}

/** Bytes of photo `n`: a JPEG's beginning, its number, then noise that no packing makes smaller. */
function photoOf(noise: Buffer, n: number): (from: number, to: number) => Buffer[] {
  const head = Buffer.alloc(16);
  head.set([0xff, 0xd8, 0xff, 0xda, 0, 12]);
  head.writeUInt32BE(n, 8);
  return (from, to) => [
    head.subarray(Math.min(from, 16), Math.min(to, 16)),
    noise.subarray(Math.max(0, from - 16), Math.max(0, to - 16)),
  ];
}

/** What arrives of a piece before the line is cut. */
async function* cutOff(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield part.subarray(0, Math.floor(part.length / 2));
  throw new Error('cut');
}

/** A sampled peak of the memory of this process. */
function watchMemory() {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  return {
    restart: () => {
      peak = process.memoryUsage.rss();
      return peak;
    },
    peak: () => peak,
    stop: () => clearInterval(timer),
  };
}

async function upload(ctx: Ctx, fileId: string, noise: Buffer, n: number): Promise<string> {
  const bytes = photoOf(noise, n);
  const hash = createHash('sha256');
  for (const part of bytes(0, PHOTO_BYTES)) hash.update(part);
  const sha256 = hash.digest('hex');
  const begin = {
    id: randomUUID(),
    fileName: `IMG_${n}.jpg`,
    size: PHOTO_BYTES,
    sha256,
    about: { kind: 'photo' as const, title: `照片 ${n}`, source: '现场' },
  };
  let { received } = await beginUpload(ctx, fileId, begin);
  let cuts = n % CUT_EVERY === 0 ? 1 : 0;
  while (received < PHOTO_BYTES) {
    const parts = bytes(received, Math.min(PHOTO_BYTES, received + PIECE_BYTES));
    if (cuts-- > 0) {
      await sendChunk(ctx, fileId, begin.id, { offset: received, bytes: Readable.from(cutOff(parts)) }).catch(
        () => undefined,
      );
      received = (await beginUpload(ctx, fileId, begin)).received;
      continue;
    }
    received = (await sendChunk(ctx, fileId, begin.id, { offset: received, bytes: Readable.from(parts) })).received;
  }
  const item = await finishUpload(ctx, fileId, begin.id, {});
  if (item.sha256 !== sha256) throw new Error(`photo ${n} is not what was sent`);
  return item.sha256;
}

function officerOf(world: World): Ctx {
  const ctx = systemContext(world.services, 'bench');
  const role = 'enforcement-officer';
  return {
    ...ctx,
    actor: {
      ...ctx.actor,
      userId: randomUUID(),
      displayName: '执法人员',
      grants: [{ role, placeKind: 'district', placeCode: ctx.district }],
      permissions: new Set(world.services.permissionsOfRole(role)),
    },
  };
}

const verify = (path: string, ...options: string[]) =>
  spawnSync(process.execPath, [VERIFIER, path, ...options], { encoding: 'utf8' }).status;

/** A thousand photos into one case through cuts, a sealed package of them, and an outsider who verifies it. */
export async function runEvidenceBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('evidence', { fresh: true });
  const { services } = world;
  const ctx = officerOf(world);
  const photos = await photosThatFit();
  const random = randomOf(5);
  const noise = Buffer.from(Uint8Array.from({ length: PHOTO_BYTES - 16 }, () => random() * 256));
  const file = await inTransaction(ctx, (tx) =>
    openFile(tx, ctx, {
      procedure: 'cases.case',
      subject: { kind: 'case', id: 'bench', label: '基准案件' },
      organisations: [],
    }),
  );
  const kept: string[] = [];
  const memory = watchMemory();
  // The first ones warm up what is loaded once.
  const warm = Math.min(20, Math.floor(photos / 5));
  for (let n = 0; n < warm; n++) kept.push(await upload(ctx, file.id, noise, n));
  const before = memory.restart();
  let started = performance.now();
  for (let n = warm; n < photos; n++) kept.push(await upload(ctx, file.id, noise, n));
  const uploadSeconds = (performance.now() - started) / 1000;
  const uploadGrowth = (memory.peak() - before) / MB;
  const beforeSealing = memory.restart();
  started = performance.now();
  const ordered = await sealPackage(ctx, file.id, { title: '基准证据包' });
  await drainJobs(services, world.tasks);
  const sealSeconds = (performance.now() - started) / 1000;
  const sealGrowth = (memory.peak() - beforeSealing) / MB;
  memory.stop();
  const { rows } = await sql<{
    sha256: string;
    size: number;
  }>`select sha256, size from evidence.package where id = ${ordered.id}`.execute(services.db);
  const sealed = rows[0];
  if (sealed?.sha256 == null) throw new Error('no package was made');
  const path = await services.files.localPath(sealed.sha256);
  started = performance.now();
  const sound = verify(path, '--sha256', sealed.sha256);
  const verifySeconds = (performance.now() - started) / 1000;
  started = performance.now();
  await copyFile(path, `${path}.copy`);
  const copySeconds = (performance.now() - started) / 1000;
  await rm(`${path}.copy`);
  const handle = await open(path, 'r+');
  const at = Math.floor(sealed.size / 2);
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  await handle.write(Buffer.from([(byte[0] as number) ^ 1]), 0, 1, at);
  await handle.close();
  const changed = verify(path);
  for (const sha256 of [...kept, sealed.sha256]) await rm(await services.files.localPath(sha256), { force: true });
  await world.close();
  const size = `${photos.toLocaleString('en')} photos of 5 MB`;
  const line = (
    metric: string,
    value: number,
    unit: string,
    bar: number,
    peer: string,
    peerValue: number,
    met: boolean,
  ): BenchLine => ({
    bench: 'evidence',
    metric,
    value,
    unit,
    peer,
    peerValue,
    bar,
    met,
  });
  const whole = Math.round(sealed.size / MB);
  return [
    line(
      `${size} into one case, every tenth cut and resumed: growth of memory (${round(((photos - warm) * 5) / uploadSeconds, 0)} MB/s)`,
      round(uploadGrowth, 0),
      'MB',
      100,
      'all photos in memory',
      photos * 5,
      uploadGrowth <= 100,
    ),
    line(
      `package of ${size} (${whole} MB) sealed as a job`,
      round(sealSeconds, 0),
      's',
      600,
      'its bytes only copied',
      round(copySeconds, 0),
      sealSeconds <= 600,
    ),
    line(
      `growth of memory while sealing it`,
      round(sealGrowth, 0),
      'MB',
      150,
      'the package in memory',
      whole,
      sealGrowth <= 150,
    ),
    line(
      `the package verified by docs/verify-package.mjs (0 sound; ${round(verifySeconds, 0)} s)`,
      sound ?? 9,
      'exit code',
      0,
      'sound',
      0,
      sound === 0,
    ),
    line(`the same with one byte changed (1 refused)`, changed ?? 9, 'exit code', 1, 'refused', 1, changed === 1),
  ];
}
