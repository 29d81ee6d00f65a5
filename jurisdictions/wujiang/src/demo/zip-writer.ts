import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const compress = promisify<Uint8Array, object, Buffer>(deflateRaw);

type Entry = { name: Buffer; crc: number; packed: number; size: number; offset: number };

/** 1980-01-01: a fixed time keeps the bytes of two runs the same. */
const DOS_DATE = 0x0021;

function header(entry: Entry, central: boolean): Buffer {
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  const at = central ? 6 : 4;
  if (central) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(0x0800, at + 2);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt16LE(0, at + 6);
  bytes.writeUInt16LE(DOS_DATE, at + 8);
  bytes.writeUInt32LE(entry.crc, at + 10);
  bytes.writeUInt32LE(entry.packed, at + 14);
  bytes.writeUInt32LE(entry.size, at + 18);
  bytes.writeUInt16LE(entry.name.length, at + 22);
  if (central) bytes.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([bytes, entry.name]);
}

/**
 * A zip file written part by part in constant memory. Every chunk becomes its own run of deflate blocks (flushed to a byte border),
 * so chunks are packed in the thread pool while the next one is made. Entries must stay below 4 GB.
 */
export class ZipWriter {
  #file: FileHandle;
  #position = 0;
  #entries: Entry[] = [];
  #current: Entry | undefined;
  #pending: Promise<void> = Promise.resolve();

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#position);
    this.#position += bytes.length;
  }

  async begin(name: string): Promise<void> {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: this.#position };
    this.#entries.push(entry);
    this.#current = entry;
    await this.#append(header(entry, false));
  }

  #pack(chunk: Uint8Array, last: boolean): void {
    const entry = this.#current;
    if (!entry) throw new Error('no zip entry is open');
    entry.crc = crc32(chunk, entry.crc);
    entry.size += chunk.length;
    const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const packed = compress(chunk, { level: 4, finishFlush });
    this.#pending = this.#pending.then(async () => {
      const bytes = await packed;
      entry.packed += bytes.length;
      await this.#append(bytes);
    });
  }

  /** Waits for the chunk before this one, so at most two are in memory. */
  async write(text: string): Promise<void> {
    const before = this.#pending;
    this.#pack(Buffer.from(text), false);
    await before;
  }

  async end(text = ''): Promise<void> {
    this.#pack(Buffer.from(text), true);
    await this.#pending;
    const entry = this.#current;
    if (entry) await this.#file.write(header(entry, false), 0, 30, entry.offset);
    this.#current = undefined;
  }

  async close(): Promise<void> {
    const start = this.#position;
    for (const entry of this.#entries) await this.#append(header(entry, true));
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(this.#entries.length, 8);
    tail.writeUInt16LE(this.#entries.length, 10);
    tail.writeUInt32LE(this.#position - start, 12);
    tail.writeUInt32LE(start, 16);
    await this.#append(tail);
    await this.#file.close();
  }
}

export async function openZip(path: string): Promise<ZipWriter> {
  return new ZipWriter(await open(path, 'w'));
}
