import { open } from 'node:fs/promises';

/** Bytes of a file or of an archive's entry; every call starts again at the first byte. */
export type ByteSource = (signal?: AbortSignal) => AsyncIterable<Buffer>;

const CHUNK_BYTES = 1 << 20;

/** The bytes of a file in chunks of 1 MB. A chunk stays valid after the next one is read. */
export function fileBytes(path: string): ByteSource {
  return async function* (signal) {
    const file = await open(path, 'r');
    try {
      for (;;) {
        signal?.throwIfAborted();
        const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
        if (bytesRead === 0) return;
        yield bytesRead === CHUNK_BYTES ? buffer : buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  };
}

/** The first bytes, at most `limit`. */
export async function firstBytes(source: ByteSource, limit: number, signal?: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const chunk of source(signal)) {
    parts.push(chunk);
    total += chunk.length;
    if (total >= limit) break;
  }
  return Buffer.concat(parts).subarray(0, limit);
}
