import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGE_BYTES = 1 << 16;
const MAX_PAGES = 128;
const WRITE_BYTES = 1 << 20;

/**
 * The shared strings of a workbook. Up to `maxChars` characters they are kept in memory, the rest goes to a temporary
 * file that is read in pages (8 MB cache): the memory needed does not grow with the workbook beyond 8 bytes per string.
 */
export class StringStore {
  private readonly maxChars: number;
  private readonly kept: string[] = [];
  private chars = 0;
  private spill: SpillFile | undefined;

  constructor(maxChars: number) {
    this.maxChars = maxChars;
  }

  get size(): number {
    return this.kept.length + (this.spill?.count ?? 0);
  }

  get spilled(): boolean {
    return this.spill !== undefined;
  }

  add(text: string): void {
    if (this.spill === undefined && this.chars + text.length <= this.maxChars) {
      this.chars += text.length;
      this.kept.push(text);
      return;
    }
    this.spill ??= new SpillFile();
    this.spill.add(text);
  }

  /** Undefined for an index that does not exist. */
  get(index: number): string | undefined {
    return index < this.kept.length ? this.kept[index] : this.spill?.get(index - this.kept.length);
  }

  close(): void {
    this.spill?.close();
    this.spill = undefined;
  }
}

class SpillFile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'jince-strings-'));
  private readonly fd = openSync(join(this.folder, 'strings'), 'w+', 0o600);
  private offsets = new Float64Array(4096);
  private length = 0;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private readonly pages = new Map<number, Buffer>();
  count = 0;

  add(text: string): void {
    if (this.count + 1 >= this.offsets.length) {
      const larger = new Float64Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    const bytes = Buffer.from(text, 'utf8');
    this.length += bytes.length;
    this.offsets[++this.count] = this.length;
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes >= WRITE_BYTES) this.flush();
  }

  get(index: number): string | undefined {
    if (index < 0 || index >= this.count || !Number.isInteger(index)) return undefined;
    if (this.pendingBytes > 0) this.flush();
    const start = this.offsets[index]!;
    const end = this.offsets[index + 1]!;
    const first = Math.floor(start / PAGE_BYTES);
    const last = Math.floor(Math.max(start, end - 1) / PAGE_BYTES);
    if (first === last) return this.page(first).toString('utf8', start - first * PAGE_BYTES, end - first * PAGE_BYTES);
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(this.fd, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  }

  close(): void {
    closeSync(this.fd);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private page(number: number): Buffer {
    const cached = this.pages.get(number);
    if (cached) return cached;
    const page = Buffer.allocUnsafeSlow(PAGE_BYTES);
    const read = readSync(this.fd, page, 0, PAGE_BYTES, number * PAGE_BYTES);
    if (this.pages.size >= MAX_PAGES) this.pages.delete(this.pages.keys().next().value!);
    const kept = page.subarray(0, read);
    this.pages.set(number, kept);
    return kept;
  }

  private flush(): void {
    const bytes = Buffer.concat(this.pending);
    let written = 0;
    while (written < bytes.length)
      written += writeSync(this.fd, bytes, written, bytes.length - written, this.length - this.pendingBytes + written);
    this.pending = [];
    this.pendingBytes = 0;
  }
}
