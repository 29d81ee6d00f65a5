import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncodingName } from '../types.ts';

export interface DetectedEncoding {
  encoding: TextEncodingName;
  bomBytes: number;
  /** Only ASCII was seen: the encoding is a default that the first other line may change. */
  undecided: boolean;
}

const LF = 0x0a;
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Encoding of a text by its byte order mark, else by its bytes. Undefined if it is no text that we can read. */
export function detectEncoding(sample: Buffer): DetectedEncoding | undefined {
  if (sample.length >= 3 && sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return found('utf-8', 3);
  if (sample[0] === 0xff && sample[1] === 0xfe) return found('utf-16le', 2);
  if (sample[0] === 0xfe && sample[1] === 0xff) return found('utf-16be', 2);
  const utf16 = findUtf16(sample);
  if (utf16) return found(utf16, 0);
  if (controlShare(sample) > 0.02) return undefined;
  if (isAscii(sample)) return { encoding: 'utf-8', bomBytes: 0, undecided: true };
  return voteOfLines(sample);
}

function found(encoding: TextEncodingName, bomBytes: number): DetectedEncoding {
  return { encoding, bomBytes, undecided: false };
}

/** UTF-16 without a mark: line feeds, commas and digits have a zero byte on one side, always the same. */
function findUtf16(sample: Buffer): TextEncodingName | undefined {
  const end = Math.min(sample.length, 65_536) & ~1;
  let little = 0;
  let big = 0;
  let other = 0;
  for (let i = 0; i < end; i += 2) {
    const a = sample[i]!;
    const b = sample[i + 1]!;
    if (b === 0 && a !== 0 && a < 0x80) little++;
    else if (a === 0 && b !== 0 && b < 0x80) big++;
    else if (a === 0 || b === 0) other++;
  }
  const share = (end / 2) * 0.02;
  if (little > share && little > (big + other) * 3) return 'utf-16le';
  if (big > share && big > (little + other) * 3) return 'utf-16be';
  return undefined;
}

function controlShare(sample: Buffer): number {
  const end = Math.min(sample.length, 65_536);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = sample[i]!;
    if (byte < 0x20 && byte !== 0 && byte !== 0x09 && byte !== LF && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++;
  }
  const nuls = sample.subarray(0, end).reduce((n, byte) => (byte === 0 ? n + 1 : n), 0);
  return end === 0 ? 0 : (controls + Math.max(0, nuls - 64)) / end;
}

/** The encoding that more of the lines with Chinese in them obey; a file may be pasted together from both. */
function voteOfLines(sample: Buffer): DetectedEncoding | undefined {
  let utf8 = 0;
  let gb = 0;
  let neither = 0;
  for (let start = 0; start < sample.length; ) {
    const lf = sample.indexOf(LF, start);
    // The last line is cut anywhere, perhaps inside a character: no vote unless it is the only one.
    if (lf === -1 && start > 0 && utf8 + gb + neither > 0) break;
    const line = sample.subarray(start, lf === -1 ? sample.length : lf);
    start = lf === -1 ? sample.length : lf + 1;
    if (isAscii(line)) continue;
    if (isUtf8(lf === -1 ? wholeCharacters(line) : line)) utf8++;
    else if (isGb18030(lf === -1 ? line.subarray(0, -4) : line)) gb++;
    else neither++;
  }
  if (utf8 === 0 && gb === 0) return undefined;
  if (neither > (utf8 + gb) * 2) return undefined;
  return found(utf8 >= gb ? 'utf-8' : 'gb18030', 0);
}

/** Without the incomplete UTF-8 character at the end of a cut sample. */
function wholeCharacters(line: Buffer): Buffer {
  let end = line.length;
  for (let back = 0; back < 4 && end > 0 && (line[end - 1]! & 0xc0) === 0x80; back++) end--;
  return end > 0 && line[end - 1]! >= 0xc0 ? line.subarray(0, end - 1) : line;
}

function isGb18030(line: Buffer): boolean {
  try {
    gb18030.decode(line);
    return true;
  } catch {
    return false;
  }
}
