import { mkdtempSync, rmSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { verifyPackage } from '../testing/evidence-desk.ts';
import { entryName } from './plan-package.ts';
import { sourceOf } from './read-sources.ts';
import { streamZip, ZipSourceChanged } from './stream-zip.ts';
import { archiveEnd, localHeader } from './zip-layout.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jince-zip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Read {
  readonly entries: readonly yauzl.Entry[];
  content(name: string): Promise<Buffer>;
  close(): void;
}

/** The archive as another program reads it. */
function readZip(path: string): Promise<Read> {
  return new Promise((done, fail) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return fail(error);
      const entries: yauzl.Entry[] = [];
      zip.on('error', fail);
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.on('end', () =>
        done({
          entries,
          content: (name) =>
            new Promise((got, lost) => {
              const entry = entries.find((one) => one.fileName === name) as yauzl.Entry;
              zip.openReadStream(entry, (wrong, stream) => (wrong ? lost(wrong) : got(buffer(stream))));
            }),
          close: () => zip.close(),
        }),
      );
      zip.readEntry();
    });
  });
}

const never = async () => undefined;

describe('an archive', () => {
  it('is read by another program, Chinese names and all', async () => {
    const path = join(folder, 'small.zip');
    const sources = [
      sourceOf('manifest.json', Buffer.from('{}')),
      sourceOf('evidence/0001_货架.png', Buffer.from('照片')),
      sourceOf('empty', Buffer.alloc(0)),
    ];
    await writeFile(path, Readable.from(streamZip(sources, never)));
    const zip = await readZip(path);
    expect(zip.entries.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual([
      ['manifest.json', 2],
      ['evidence/0001_货架.png', 6],
      ['empty', 0],
    ]);
    expect((await zip.content('evidence/0001_货架.png')).toString()).toBe('照片');
    zip.close();
  });

  it('holds more entries than a plain zip can count', async () => {
    const count = 65_600;
    const crc = crc32('x');
    const parts: Buffer[] = [];
    const entries = Array.from({ length: count }, (_, n) => {
      const entry = { name: `f${n}`, size: 1, crc, at: 0 };
      parts.push(localHeader(entry), Buffer.from('x'));
      return entry;
    });
    let at = 0;
    const placed = entries.map((entry, n) => {
      const here = { ...entry, at };
      at += (parts[n * 2] as Buffer).length + 1;
      return here;
    });
    const whole = Buffer.concat([...parts, archiveEnd(placed, at)]);
    const read = await new Promise<{ count: number; last: string }>((done, fail) =>
      yauzl.fromBuffer(whole, { lazyEntries: false }, (error, zip) => {
        if (error) return fail(error);
        let last = '';
        zip.on('entry', (entry: yauzl.Entry) => {
          last = entry.fileName;
        });
        zip.on('end', () => done({ count: zip.entryCount, last }));
        zip.on('error', fail);
      }),
    );
    expect(read).toEqual({ count, last: `f${count - 1}` });
  });

  it('goes beyond four gigabytes, in one entry and after it', async () => {
    const path = join(folder, 'large.zip');
    const size = 4.5 * 1024 ** 3;
    const last = Buffer.from('after the large one');
    // The hole of a sparse file stands for the content: another program reads sizes and places, and the last entry.
    const large = { name: 'large.bin', size, crc: 0, at: 0 };
    const head = localHeader(large);
    const after = { name: 'last.txt', size: last.length, crc: crc32(last), at: head.length + size };
    const lastHead = localHeader(after);
    const end = archiveEnd([large, after], after.at + lastHead.length + last.length);
    const file = await open(path, 'w');
    await file.write(head, 0, head.length, 0);
    await file.write(Buffer.concat([lastHead, last, end]), 0, undefined, after.at);
    await file.close();
    const zip = await readZip(path);
    expect(
      zip.entries.map(({ uncompressedSize, relativeOffsetOfLocalHeader }) => [
        uncompressedSize,
        relativeOffsetOfLocalHeader,
      ]),
    ).toEqual([
      [size, 0],
      [last.length, after.at],
    ]);
    expect(await zip.content('last.txt')).toEqual(last);
    zip.close();
  });

  it('is not made of a source that shrank', async () => {
    const source = { ...sourceOf('a', Buffer.from('abc')), size: 4 };
    await expect(buffer(Readable.from(streamZip([source], never)))).rejects.toThrow(ZipSourceChanged);
  });

  it('that is none, or holds no manifest, is refused by the verifier', async () => {
    const path = join(folder, 'none.zip');
    await writeFile(path, 'no archive at all, but long enough to be one');
    expect(verifyPackage(path).code).toBe(1);
    await writeFile(path, Readable.from(streamZip([sourceOf('a', Buffer.from('abc'))], never)));
    expect(verifyPackage(path)).toMatchObject({ code: 1, says: expect.stringContaining('缺少清单') });
  });
});

describe('names of entries', () => {
  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['a:b*c?.png', 'a_b_c_.png'],
    [`${'长'.repeat(200)}.jpeg`, `${'长'.repeat(75)}.jpeg`],
  ])('%s can be unpacked anywhere', (name, expected) => {
    expect(entryName(name)).toBe(expected);
  });
});
