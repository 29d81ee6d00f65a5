import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  /** Bytes of the name as they stand in the file, for names that are not UTF-8. */
  name: string | Buffer;
  content: string | Buffer;
  store?: boolean;
  encrypted?: boolean;
  /** Size to declare instead of the true one. */
  declaredBytes?: number;
}

/** Writes a zip file, also of the kinds that no honest tool writes. For tests. */
export function writeZip(path: string, parts: readonly ZipPart[] | Record<string, string | Buffer>): void {
  const list = Array.isArray(parts)
    ? (parts as ZipPart[])
    : Object.entries(parts).map(([name, content]) => ({ name, content }) as ZipPart);
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of list) {
    const name = Buffer.from(part.name as string);
    const content = Buffer.from(part.content as string);
    const data = part.store ? content : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((part.encrypted ? 1 : 0) | (typeof part.name === 'string' ? 0x800 : 0), 2);
    head.writeUInt16LE(part.store ? 0 : 8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    body.push(Buffer.from('PK\x03\x04', 'latin1'), head, name, data);
    const entry = Buffer.alloc(12);
    entry.writeUInt32LE(offset, 8);
    directory.push(
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      head.subarray(0, 24),
      Buffer.alloc(2),
      Buffer.alloc(2),
      entry,
      name,
    );
    offset += 30 + name.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  writeFileSync(path, Buffer.concat([...body, central, Buffer.from('PK\x05\x06', 'latin1'), end]));
}
