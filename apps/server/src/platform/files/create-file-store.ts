import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { FileStore } from './file-store.ts';
import { folderStore } from './folder-store.ts';
import { parseS3Url, s3Store } from './s3-store.ts';

/** The store the settings name: a folder by default, a bucket for `s3://…`. */
export function createFileStore(config: Config): FileStore {
  const s3 = parseS3Url(config.files);
  if (s3 === undefined) return folderStore(config.files);
  return s3Store({ ...s3, ...config.s3 }, join(config.dataDir, 'file-cache'));
}
