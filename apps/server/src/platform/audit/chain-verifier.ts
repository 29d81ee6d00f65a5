import { hash } from 'node:crypto';
import type { Bilingual } from '../i18n/language.ts';
import { GENESIS_HASH } from './entry-line.ts';
import { findMoved, type SuspectEntry } from './find-moved.ts';

export type ChainProblemKind = 'edited' | 'deleted' | 'reordered' | 'truncated' | 'signature';

export interface ChainProblem {
  /** Null when no single entry can be named. */
  readonly seq: number | null;
  readonly kind: ChainProblemKind;
  readonly text: Bilingual;
}

export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

const TAB = 9;
const NEWLINE = 10;
/** Length of a hash and the newline after it: what stands before a line in the stream and is hashed with it. */
const PREFIX = 65;
const MAX_PROBLEMS = 500;

/**
 * Checks a stream of `line TAB hash NEWLINE` as {@link chainCopySql} and the export file give it.
 * The hash of one line is directly followed by the next line, so each link is hashed where it lies, without copying.
 */
export class ChainVerifier {
  readonly problems: ChainProblem[] = [];
  entries = 0;
  #carry: Buffer;
  #last: ChainPoint;
  /** Hashes at the sequence numbers asked for. */
  readonly #watched = new Map<number, string | undefined>();
  readonly #suspects: SuspectEntry[] = [];

  /**
   * @param start the point the stream continues from; the beginning of the chain when absent
   * @param watch sequence numbers whose hash is wanted afterwards (signed checkpoints)
   */
  constructor(start: ChainPoint = { seq: 0, hash: GENESIS_HASH }, watch: Iterable<number> = []) {
    this.#last = start;
    this.#carry = Buffer.from(`${start.hash}\n`, 'latin1');
    for (const seq of watch) this.#watched.set(seq, undefined);
  }

  /** The last entry seen. */
  get last(): ChainPoint {
    return this.#last;
  }

  hashAt(seq: number): string | undefined {
    return this.#watched.get(seq);
  }

  feed(chunk: Buffer): void {
    const data = Buffer.concat([this.#carry, chunk]);
    let start = PREFIX;
    for (let end = data.indexOf(NEWLINE, start); end !== -1; end = data.indexOf(NEWLINE, start)) {
      this.#checkLine(data, start, end);
      start = end + 1;
    }
    this.#carry = data.subarray(start - PREFIX);
  }

  /** Ends the stream: names entries that changed places and reports a broken last line. */
  finish(): void {
    if (this.#carry.length > PREFIX) this.report(null, 'truncated', '最后一行不完整', 'the last line is incomplete');
    const moved = findMoved(this.#suspects);
    for (const { seq } of this.#suspects) {
      if (moved.has(seq)) {
        this.report(seq, 'reordered', `第 ${seq} 条不在它原来的位置`, `entry ${seq} is not where it was written`);
      } else {
        this.report(
          seq,
          'edited',
          `第 ${seq} 条与链不符：这一条或它的上一条被改动过`,
          `entry ${seq} does not fit the chain: it or the one before it was changed`,
        );
      }
    }
  }

  report(seq: number | null, kind: ChainProblemKind, zh: string, en: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ seq, kind, text: { zh, en } });
  }

  #checkLine(data: Buffer, start: number, end: number): void {
    const contentEnd = end - PREFIX;
    const seqStart = data.indexOf(TAB, start) + 1;
    const seq = readNumber(data, seqStart);
    if (contentEnd < seqStart || data[contentEnd] !== TAB || seq === undefined) {
      this.report(this.#last.seq + 1, 'edited', '有一行不是日志记录', 'a line is not an entry of the log');
      return;
    }
    const stored = data.toString('latin1', end - 64, end);
    const expected = this.#last.seq + 1;
    if (seq > expected) this.#reportGap(expected, seq);
    if (seq < expected)
      this.report(
        seq,
        'reordered',
        `第 ${seq} 条出现在第 ${this.#last.seq} 条之后`,
        `entry ${seq} comes after ${this.#last.seq}`,
      );
    if (seq === expected && hash('sha256', data.subarray(start - PREFIX, contentEnd), 'hex') !== stored) {
      this.#suspects.push({
        seq,
        line: Buffer.from(data.subarray(start, contentEnd)),
        hash: stored,
        previousHash: data.toString('latin1', start - PREFIX, start - 1),
      });
    }
    this.entries++;
    if (this.#watched.has(seq)) this.#watched.set(seq, stored);
    this.#last = { seq, hash: stored };
  }

  #reportGap(from: number, next: number): void {
    const count = next - from;
    const zh = count === 1 ? `第 ${from} 条被删除` : `第 ${from}–${next - 1} 条（${count} 条）被删除`;
    this.report(
      from,
      'deleted',
      zh,
      count === 1 ? `entry ${from} was deleted` : `entries ${from}–${next - 1} were deleted`,
    );
  }
}

/** Digits up to the next tab; undefined when there are none. */
function readNumber(data: Buffer, from: number): number | undefined {
  let value = 0;
  let at = from;
  for (; data[at] !== TAB; at++) {
    const digit = (data[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return at === from ? undefined : value;
}
