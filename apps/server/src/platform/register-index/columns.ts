/** Columns of an in-memory index: typed arrays, one entry per row. All are appended row by row and then sealed. */

const EPOCH_DAY_MS = 86_400_000;
export const NO_DAY = -2_147_483_648;

/** Days since 1970-01-01; {@link NO_DAY} for null. */
export function toDay(date: string | null): number {
  return date === null ? NO_DAY : Math.round(Date.parse(`${date}T00:00:00Z`) / EPOCH_DAY_MS);
}
export function fromDay(day: number): string | null {
  return day === NO_DAY ? null : new Date(day * EPOCH_DAY_MS).toISOString().slice(0, 10);
}

class Growing {
  data = new Int32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.data.length) {
      const next = new Int32Array(this.data.length * 2);
      next.set(this.data);
      this.data = next;
    }
    this.data[this.length++] = value;
  }
  set(row: number, value: number): void {
    if (row === this.length) this.push(value);
    else this.data[row] = value;
  }
}

/** Whole numbers (days, counts). */
export class IntColumn {
  readonly #values = new Growing();
  push(value: number): void {
    this.#values.push(value);
  }
  /** @param row one there is, or the next */
  set(row: number, value: number): void {
    this.#values.set(row, value);
  }
  at(row: number): number {
    return this.#values.data[row] as number;
  }
  get data(): Int32Array {
    return this.#values.data;
  }
}

/** A code per row out of a small set; 0 means none. */
export class CodeColumn {
  readonly codes: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #values = new Growing();
  number(code: string): number {
    let n = this.#numbers.get(code);
    if (n === undefined) {
      n = this.codes.length;
      this.codes.push(code);
      this.#numbers.set(code, n);
    }
    return n;
  }
  push(code: string | null): void {
    this.#values.push(code === null ? 0 : this.number(code));
  }
  /** @param row one there is, or the next */
  set(row: number, code: string | null): void {
    this.#values.set(row, code === null ? 0 : this.number(code));
  }
  at(row: number): number {
    return this.#values.data[row] as number;
  }
  codeAt(row: number): string {
    return this.codes[this.at(row)] as string;
  }
  /** Which code numbers satisfy a test: asked once per code, not per row. */
  matching(test: (code: string) => boolean): Uint8Array {
    return Uint8Array.from(this.codes, (code, n) => (n > 0 && test(code) ? 1 : 0));
  }
}

/** Any number of codes per row. */
export class SetColumn {
  readonly codes = new CodeColumn();
  readonly #starts = new Growing();
  readonly #items = new Growing();
  push(codes: readonly string[]): void {
    this.#starts.push(this.#items.length);
    for (const code of codes) this.#items.push(this.codes.number(code));
  }
  /** Code numbers of a row. */
  at(row: number, rows: number): Int32Array {
    const from = this.#starts.data[row] as number;
    const to = row + 1 < rows ? (this.#starts.data[row + 1] as number) : this.#items.length;
    return this.#items.data.subarray(from, to);
  }
}

/** Texts searched by containment: one run of UTF-8, rows parted by line ends. */
export class TextColumn {
  #parts: string[] = [];
  #buffer = Buffer.alloc(0);
  #starts = new Int32Array(0);
  push(text: string): void {
    this.#parts.push(text.replaceAll('\n', ' '));
  }
  seal(): void {
    const starts = new Int32Array(this.#parts.length + 1);
    const buffers: Buffer[] = [];
    let at = 0;
    for (const [row, part] of this.#parts.entries()) {
      starts[row] = at;
      const bytes = Buffer.from(`${part}\n`);
      buffers.push(bytes);
      at += bytes.length;
    }
    starts[this.#parts.length] = at;
    this.#buffer = Buffer.concat(buffers);
    this.#starts = starts;
    this.#parts = [];
  }
  textAt(row: number): string {
    return this.#buffer.toString('utf8', this.#starts[row], (this.#starts[row + 1] as number) - 1);
  }
  /** Rows that contain the text, as a bitmap (1 = contains). One pass of memory search, each row at most once. */
  containing(needle: string): Uint8Array {
    const rows = this.#starts.length - 1;
    const hits = new Uint8Array(rows);
    const bytes = Buffer.from(needle);
    let row = 0;
    for (let at = this.#buffer.indexOf(bytes); at !== -1; at = this.#buffer.indexOf(bytes, this.#starts[row])) {
      row = this.#rowOf(at, row);
      hits[row] = 1;
      row += 1;
      if (row >= rows) break;
    }
    return hits;
  }
  #rowOf(offset: number, from: number): number {
    let low = from;
    let high = this.#starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Order of rows by Chinese text (pinyin), Latin and digits first: collates characters once, then compares plain strings. */
export function orderByName(texts: readonly string[]): Uint32Array {
  const characters = [...new Set(texts.join(''))];
  characters.sort(new Intl.Collator('zh-u-co-pinyin').compare);
  const rank = new Map(characters.map((character, index) => [character, String.fromCharCode(index + 1)]));
  const keys = texts.map((text) => {
    let key = '';
    for (const character of text) key += rank.get(character);
    return key;
  });
  return Uint32Array.from(texts, (_, index) => index).sort((a, b) => {
    const x = keys[a] as string;
    const y = keys[b] as string;
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}
