import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStore, FileTooLarge } from './file-store.ts';
import { folderStore } from './folder-store.ts';
import { parseS3Url, s3Store } from './s3-store.ts';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** A bucket over HTTP, path style: enough of the protocol for put, head and get of whole objects. */
function startBucket(objects: Map<string, Buffer>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const key = decodeURIComponent((request.url ?? '').split('?')[0] as string);
    if (request.method === 'PUT') {
      const body = await buffer(request);
      // The SDK streams in signed chunks: the payload stands between the lines with the lengths.
      const chunked = (request.headers['content-encoding'] ?? '').includes('aws-chunked');
      objects.set(key, chunked ? unchunk(body) : body);
      return response.writeHead(200, { etag: '"1"' }).end();
    }
    const object = objects.get(key);
    if (object === undefined) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-length': object.length })
      .end(request.method === 'HEAD' ? undefined : object);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

let folder: string;
let server: Server;
let objects: Map<string, Buffer>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jince-files-'));
  objects = new Map();
  server = await startBucket(objects);
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function bucketStore(cache: string): FileStore {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new S3Client({
    region: 'us-east-1',
    endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  return s3Store({ bucket: 'jince', prefix: 'wj', endpoint, region: 'us-east-1' }, cache, client);
}

describe.each([
  ['folder', () => folderStore(folder)],
  ['bucket', () => bucketStore(folder)],
] as const)('%s store', (_name, open) => {
  it('keeps a file under its content and gives it back', async () => {
    const store = open();
    const content = Buffer.from('市场主体登记表');
    const stored = await store.put(Readable.from([content.subarray(0, 5), content.subarray(5)]), 1000);
    expect(stored).toEqual({ sha256: sha256(content), size: content.length });
    expect(await buffer(await store.read(stored.sha256))).toEqual(content);
    expect(readFileSync(await store.localPath(stored.sha256))).toEqual(content);
  });

  it('keeps the same bytes once', async () => {
    const store = open();
    const first = await store.put(Readable.from([Buffer.from('a')]), 10);
    expect(await store.put(Readable.from([Buffer.from('a')]), 10)).toEqual(first);
  });

  it('keeps nothing of a file that is too large', async () => {
    const store = open();
    await expect(store.put(Readable.from([Buffer.alloc(8), Buffer.alloc(8)]), 10)).rejects.toThrowError(FileTooLarge);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(objects.size).toBe(0);
  });
});

describe('bucket store', () => {
  it('fetches what another machine has put', async () => {
    const content = Buffer.from('another machine');
    const stored = await bucketStore(folder).put(Readable.from([content]), 100);
    expect([...objects.keys()]).toEqual([`/jince/wj/${stored.sha256.slice(0, 2)}/${stored.sha256.slice(2)}`]);
    const elsewhere = mkdtempSync(join(tmpdir(), 'jince-files-'));
    try {
      const path = await bucketStore(elsewhere).localPath(stored.sha256);
      expect(readFileSync(path)).toEqual(content);
      expect(existsSync(path)).toBe(true);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it('reads its address from the settings', () => {
    expect(parseS3Url('s3://bureau/jince/files/')).toEqual({ bucket: 'bureau', prefix: 'jince/files' });
    expect(parseS3Url('s3://bureau')).toEqual({ bucket: 'bureau', prefix: '' });
    expect(parseS3Url('/var/lib/jince')).toBeUndefined();
  });
});
