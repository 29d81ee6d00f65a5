import type { Readable } from 'node:stream';

export interface StoredFile {
  /** SHA-256 of the content, hex: its name in the store. */
  readonly sha256: string;
  readonly size: number;
}

/** Content-addressed: the same bytes are kept once, nothing is ever overwritten. */
export interface FileStore {
  /** @throws FileTooLarge when more than `maxBytes` arrive; nothing is kept then. */
  put(content: Readable, maxBytes: number): Promise<StoredFile>;
  /** A path on this machine with the content; readers need random access. Fetched once for remote stores. */
  localPath(sha256: string): Promise<string>;
  read(sha256: string): Promise<Readable>;
}

export class FileTooLarge extends Error {
  override name = 'FileTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`file exceeds ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}
