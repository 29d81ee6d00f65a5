import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { FileStore } from './file-store.ts';
import { folderStore } from './folder-store.ts';

export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
  readonly endpoint: string | undefined;
  readonly region: string;
}

/** `s3://bucket/prefix` → its parts; undefined when it is not such an address. */
export function parseS3Url(url: string): { bucket: string; prefix: string } | undefined {
  const match = /^s3:\/\/([^/]+)\/?(.*)$/.exec(url);
  return match === null ? undefined : { bucket: match[1] as string, prefix: (match[2] ?? '').replace(/\/$/, '') };
}

/** Contents in an S3-compatible bucket; `cacheDir` holds the copies readers need for random access. */
export function s3Store(
  place: S3Place,
  cacheDir: string,
  client = new S3Client({
    region: place.region,
    ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
  }),
): FileStore {
  const cache = folderStore(cacheDir);
  const keyOf = (sha256: string) => [place.prefix, sha256.slice(0, 2), sha256.slice(2)].filter(Boolean).join('/');

  async function exists(sha256: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand({ Bucket: place.bucket, Key: keyOf(sha256) }));
      return true;
    } catch (error) {
      if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return false;
      throw error;
    }
  }

  async function localPath(sha256: string): Promise<string> {
    const path = await cache.localPath(sha256);
    if (existsSync(path)) return path;
    const answer = await client.send(new GetObjectCommand({ Bucket: place.bucket, Key: keyOf(sha256) }));
    mkdirSync(join(cacheDir, sha256.slice(0, 2)), { recursive: true });
    const draft = `${path}.${process.pid}`;
    await pipeline(answer.Body as Readable, createWriteStream(draft));
    renameSync(draft, path);
    return path;
  }

  return {
    async put(content, maxBytes) {
      const stored = await cache.put(content, maxBytes);
      if (!(await exists(stored.sha256))) {
        const body = createReadStream(await cache.localPath(stored.sha256));
        await new Upload({ client, params: { Bucket: place.bucket, Key: keyOf(stored.sha256), Body: body } }).done();
      }
      return stored;
    },
    localPath,
    async read(sha256) {
      return createReadStream(await localPath(sha256));
    },
  };
}
