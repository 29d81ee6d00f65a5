import { isAscii, isUtf8 } from 'node:buffer';
import type { ByteSource } from '../byte-source.ts';
import type { TextEncodingName } from '../types.ts';
import { type DetectedEncoding, detectEncoding } from './detect-encoding.ts';

export interface LineFlag {
  /** The line obeys another encoding than the file and was read in it. */
  otherEncoding?: TextEncodingName;
  undecodable?: boolean;
  nul?: boolean;
  tooLong?: boolean;
}

/** Physical lines without their terminator. `flags` by index into `lines`. */
export interface LineBlock {
  /** 1-based number of `lines[0]`. */
  firstLine: number;
  lines: string[];
  flags?: Map<number, LineFlag>;
}

const LF = 0x0a;
const CR = 0x0d;
const KEEP_OF_LONG_LINE = 65_536;
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

export interface TextLineOptions {
  detected: DetectedEncoding;
  /** Lines end in a lone CR (old Mac). */
  crOnly: boolean;
  maxLineBytes: number;
}

/** Decodes a text line by line, block by block; a line in a foreign encoding is read in that encoding and flagged. */
export async function* textLines(
  source: ByteSource,
  options: TextLineOptions,
  signal?: AbortSignal,
): AsyncGenerator<LineBlock> {
  const decoder = new BlockDecoder(options.detected, options.crOnly);
  const end = options.crOnly ? CR : LF;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let skipping = false;
  let line = 1;
  const emit = (bytes: Buffer, tooLong: boolean): LineBlock => {
    const { lines, flags } = decoder.decode(bytes);
    if (tooLong) flags.set(lines.length - 1, { ...flags.get(lines.length - 1), tooLong: true });
    const block: LineBlock = flags.size > 0 ? { firstLine: line, lines, flags } : { firstLine: line, lines };
    line += lines.length;
    return block;
  };
  for await (const raw of decodableBytes(source, options.detected, signal)) {
    let chunk = raw;
    if (skipping) {
      const next = chunk.indexOf(end);
      if (next === -1) continue;
      skipping = false;
      chunk = chunk.subarray(next + 1);
    }
    const last = chunk.lastIndexOf(end);
    if (last === -1) {
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes > options.maxLineBytes) {
        const kept = Buffer.concat(pending).subarray(0, KEEP_OF_LONG_LINE);
        pending = [];
        pendingBytes = 0;
        skipping = true;
        yield emit(kept, true);
      }
      continue;
    }
    const body = chunk.subarray(0, last);
    const whole = pending.length === 0 ? body : Buffer.concat([...pending, body]);
    const rest = chunk.subarray(last + 1);
    pending = rest.length > 0 ? [rest] : [];
    pendingBytes = rest.length;
    yield emit(whole, false);
  }
  if (pendingBytes > 0) yield emit(Buffer.concat(pending), false);
}

/** The bytes after the byte order mark; UTF-16 rewritten as UTF-8, so that lines are cut in one way only. */
async function* decodableBytes(
  source: ByteSource,
  detected: DetectedEncoding,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  let skip = detected.bomBytes;
  const utf16 = detected.encoding.startsWith('utf-16')
    ? new TextDecoder(detected.encoding, { ignoreBOM: true })
    : undefined;
  for await (const raw of source(signal)) {
    const chunk = skip > 0 ? raw.subarray(skip) : raw;
    skip = Math.max(0, skip - raw.length);
    yield utf16 ? Buffer.from(utf16.decode(chunk, { stream: true }), 'utf8') : chunk;
  }
  if (utf16) yield Buffer.from(utf16.decode(), 'utf8');
}

/** Decodes whole lines; remembers the file's encoding once a line that is not ASCII has been seen. */
class BlockDecoder {
  private encoding: 'utf-8' | 'gb18030';
  private undecided: boolean;
  private readonly transcoded: boolean;
  private readonly crOnly: boolean;
  private readonly gb = new TextDecoder('gb18030', { fatal: true });
  private readonly gbLoose = new TextDecoder('gb18030');

  constructor(detected: DetectedEncoding, crOnly: boolean) {
    this.transcoded = detected.encoding.startsWith('utf-16');
    this.encoding = detected.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
    this.undecided = detected.undecided;
    this.crOnly = crOnly;
  }

  decode(bytes: Buffer): { lines: string[]; flags: Map<number, LineFlag> } {
    const flags = new Map<number, LineFlag>();
    const lines = this.split(bytes, flags);
    for (let i = 0; i < lines.length; i++) {
      const text = lines[i]!;
      if (text.charCodeAt(text.length - 1) === CR) lines[i] = text.slice(0, -1);
      if (this.transcoded && text.includes('\ufffd')) flags.set(i, { undecodable: true });
    }
    if (bytes.includes(0)) stripNuls(lines, flags);
    return { lines, flags };
  }

  private split(bytes: Buffer, flags: Map<number, LineFlag>): string[] {
    const end = this.crOnly ? '\r' : '\n';
    if (isAscii(bytes)) return bytes.toString('latin1').split(end);
    if (this.undecided) {
      this.encoding = detectEncoding(bytes)?.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
      this.undecided = false;
    }
    if (this.encoding === 'utf-8') {
      return isUtf8(bytes) ? bytes.toString('utf8').split(end) : this.splitByLine(bytes, flags);
    }
    // Decoding a block at once is several times faster than line by line; most blocks are of one encoding.
    const text = this.mayHoldUtf8(bytes) ? undefined : this.decodeGb(bytes);
    return text === undefined ? this.splitByLine(bytes, flags) : text.split(end);
  }

  private mayHoldUtf8(bytes: Buffer): boolean {
    const end = this.crOnly ? CR : LF;
    for (let start = 0; start < bytes.length; ) {
      const at = bytes.indexOf(end, start);
      const stop = at === -1 ? bytes.length : at;
      const line = bytes.subarray(start, stop);
      if (isUtf8(line) && !isAscii(line) && CJK.test(line.toString('utf8'))) return true;
      start = stop + 1;
    }
    return false;
  }

  private decodeGb(bytes: Buffer): string | undefined {
    try {
      return this.gb.decode(bytes);
    } catch {
      return undefined;
    }
  }

  private splitByLine(bytes: Buffer, flags: Map<number, LineFlag>): string[] {
    const lines: string[] = [];
    for (let start = 0; start <= bytes.length; ) {
      const at = bytes.indexOf(this.crOnly ? CR : LF, start);
      const stop = at === -1 ? bytes.length : at;
      lines.push(this.decodeLine(bytes.subarray(start, stop), lines.length, flags));
      start = stop + 1;
    }
    return lines;
  }

  private decodeLine(bytes: Buffer, index: number, flags: Map<number, LineFlag>): string {
    if (isAscii(bytes)) return bytes.toString('latin1');
    const utf8 = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    // Two GBK characters may by chance be valid UTF-8 ('联通'), but hardly give Chinese characters.
    if (utf8 !== undefined && (this.encoding === 'utf-8' || CJK.test(utf8))) {
      if (this.encoding !== 'utf-8') flags.set(index, { otherEncoding: 'utf-8' });
      return utf8;
    }
    const gb = this.decodeGb(bytes);
    if (gb === undefined) flags.set(index, { undecodable: true });
    else if (this.encoding === 'utf-8') flags.set(index, { otherEncoding: 'gb18030' });
    return gb ?? (this.encoding === 'utf-8' ? bytes.toString('utf8') : this.gbLoose.decode(bytes));
  }
}

function stripNuls(lines: string[], flags: Map<number, LineFlag>): void {
  lines.forEach((text, i) => {
    if (!text.includes('\0')) return;
    lines[i] = text.replaceAll('\0', '');
    flags.set(i, { ...flags.get(i), nul: true });
  });
}
