import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A coloured PNG with noise, so that it packs as badly as a photo; `rows` fewer than its height leave it incomplete. */
export function picture(
  { width, height, rows = height }: { readonly width: number; readonly height: number; readonly rows?: number },
  random: () => number = () => 0.5,
): Buffer {
  const line = width * 3 + 1;
  const raw = Buffer.alloc(line * rows);
  for (let at = 0; at < raw.length; at++) raw[at] = at % line === 0 ? 0 : (at / 700 + random() * 32) & 255;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
