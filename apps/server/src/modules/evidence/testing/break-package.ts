import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { DEFAULT_READ_LIMITS, openArchive } from '../../../platform/imports/readers/index.ts';
import { verifyPackage } from './evidence-desk.ts';

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Unpacked by the reader of the importer, the folder verifies as well, until a file is added, changed or taken away. */
export async function checkUnpacked(path: string, folder: string): Promise<void> {
  const root = join(folder, 'unpacked');
  const archive = await openArchive(path, 'package.zip', DEFAULT_READ_LIMITS);
  for (const entry of archive.entries) {
    const target = join(root, entry.name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, Readable.from(entry.read()));
  }
  archive.close();
  expect(verifyPackage(root).code).toBe(0);
  const first = archive.entries.find(({ name }) => name.startsWith('evidence/'))?.name as string;
  await writeFile(join(root, 'evidence', '9999_added.png'), 'x');
  expect(verifyPackage(root)).toMatchObject({ code: 1, says: expect.stringContaining('多出') });
  await rm(join(root, 'evidence', '9999_added.png'));
  await cp(join(root, first), join(folder, 'kept'));
  await appendFile(join(root, first), 'x');
  expect(verifyPackage(root)).toMatchObject({ code: 1, says: expect.stringContaining('有改动') });
  await rm(join(root, first));
  expect(verifyPackage(root)).toMatchObject({ code: 1, says: expect.stringContaining('缺少') });
  await cp(join(folder, 'kept'), join(root, first));
  expect(verifyPackage(root).code).toBe(0);
  const manifest = join(root, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  const forged = text.replace('入库', '出库');
  await writeFile(manifest, forged);
  expect(verifyPackage(root)).toMatchObject({ code: 1, says: expect.stringContaining('清单') });
  // Even with a manifest made anew, the chain of custody shows the forged word.
  await writeFile(join(root, 'manifest.sha256'), `${sha(Buffer.from(forged))}  manifest.json\n`);
  expect(verifyPackage(root)).toMatchObject({ code: 1, says: expect.stringContaining('流转记录') });
}

/** A byte changed at places all over the archive, bytes added, bytes missing: none passes. */
export async function checkBroken(path: string, folder: string): Promise<void> {
  const whole = await readFile(path);
  const broken = join(folder, 'broken.zip');
  const places = Array.from({ length: 12 }, (_, n) => Math.floor(((whole.length - 1) * n) / 11));
  for (const at of [...places, 10, 12, whole.length - 30]) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] as number) ^ 0x20;
    await writeFile(broken, changed);
    expect([at, verifyPackage(broken).code]).toEqual([at, 1]);
  }
  await cp(path, broken);
  await appendFile(broken, 'x');
  expect(verifyPackage(broken).code).toBe(1);
  await cp(path, broken);
  await truncate(broken, whole.length - 1);
  expect(verifyPackage(broken).code).toBe(1);
}
