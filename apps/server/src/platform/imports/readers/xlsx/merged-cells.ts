import type { ByteSource } from '../byte-source.ts';
import { columnOf } from './sheet-rows.ts';

/** A merged range: rows 1-based, columns 0-based, all inclusive. */
export interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const WORD = Buffer.from('mergeCells');
const MAX_LIST_BYTES = 64 * 1024 * 1024;

/**
 * Finds the merged ranges of a worksheet part. They stand behind the rows they apply to, so the part is gone through once
 * for them alone: bytes are only searched, which costs a tenth of parsing.
 */
export async function readMergedRanges(source: ByteSource, signal?: AbortSignal): Promise<MergedRange[]> {
  let tail: Buffer = Buffer.alloc(0);
  const list: Buffer[] = [];
  let listBytes = 0;
  for await (const chunk of source(signal)) {
    if (listBytes > 0) {
      list.push(chunk);
      listBytes += chunk.length;
      if (chunk.includes('mergeCells>') || listBytes > MAX_LIST_BYTES) break;
      continue;
    }
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const at = openTag(bytes);
    if (at === -1) {
      tail = bytes.subarray(Math.max(0, bytes.length - WORD.length - 1));
      continue;
    }
    const rest = bytes.subarray(at);
    list.push(rest);
    listBytes = rest.length;
    if (rest.includes('mergeCells>', WORD.length)) break;
  }
  return parseRanges(Buffer.concat(list).toString('latin1'));
}

/** Offset of 'mergeCells' in '<mergeCells' or '<x:mergeCells'; text cannot look so, its '<' is escaped. */
function openTag(bytes: Buffer): number {
  for (let at = bytes.indexOf(WORD); at !== -1; at = bytes.indexOf(WORD, at + 1)) {
    const before = bytes[at - 1];
    if (before === 0x3c || before === 0x3a) return at;
  }
  return -1;
}

function parseRanges(text: string): MergedRange[] {
  const ranges: MergedRange[] = [];
  const end = text.indexOf('mergeCells>', WORD.length);
  const body = end === -1 ? text : text.slice(0, end);
  for (const match of body.matchAll(/\bref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/gi)) {
    const range = {
      left: columnOf(match[1]!),
      top: Number(match[2]),
      right: columnOf(match[3]!),
      bottom: Number(match[4]),
    };
    if (range.left >= 0 && range.right >= range.left && range.bottom >= range.top) ranges.push(range);
  }
  return ranges.sort((a, b) => a.top - b.top);
}
