import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileStore, FileTooLarge, type StoredFile } from './file-store.ts';

/** Hashes and counts what passes through; stops at `maxBytes`. */
export function meter(maxBytes: number): Transform & { result(): StoredFile } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new FileTooLarge(maxBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return Object.assign(stream, { result: () => ({ sha256: hash.digest('hex'), size }) });
}

/** Files below one folder, named by content: ab/cdef…. Written beside and renamed, so a crash leaves no half file. */
export function folderStore(root: string): FileStore {
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2));
  return {
    async put(content: Readable, maxBytes: number): Promise<StoredFile> {
      const drafts = join(root, 'incoming');
      mkdirSync(drafts, { recursive: true });
      const draft = join(drafts, randomUUID());
      const counter = meter(maxBytes);
      try {
        await pipeline(content, counter, createWriteStream(draft, { mode: 0o600 }));
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
      const stored = counter.result();
      const target = pathOf(stored.sha256);
      if (existsSync(target)) rmSync(draft);
      else {
        mkdirSync(join(root, stored.sha256.slice(0, 2)), { recursive: true });
        renameSync(draft, target);
      }
      return stored;
    },
    async localPath(sha256) {
      return pathOf(sha256);
    },
    async read(sha256) {
      return createReadStream(pathOf(sha256));
    },
  };
}
