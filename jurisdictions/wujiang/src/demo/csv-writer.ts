import { type FileHandle, open } from 'node:fs/promises';
import { isoOf } from './days.ts';
import { encodeGbk } from './gbk-encoder.ts';
import type { Cell, RowWriter } from './row-writer.ts';

export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'gbk';

const BUFFERED_CHARACTERS = 1 << 18;

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : isoOf(cell.day);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

class CsvWriter implements RowWriter {
  #file: FileHandle;
  #encoding: CsvEncoding;
  #text = '';

  constructor(file: FileHandle, encoding: CsvEncoding) {
    this.#file = file;
    this.#encoding = encoding;
    if (encoding === 'utf-8-bom') this.#text = '\uFEFF';
  }

  row(cells: readonly Cell[]): Promise<void> | undefined {
    this.#text += `${cells.map(field).join(',')}\r\n`;
    return this.#text.length >= BUFFERED_CHARACTERS ? this.#flush() : undefined;
  }

  async #flush(): Promise<void> {
    const bytes = this.#encoding === 'gbk' ? encodeGbk(this.#text) : Buffer.from(this.#text);
    this.#text = '';
    await this.#file.write(bytes);
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.close();
  }
}

export async function openCsv(path: string, encoding: CsvEncoding): Promise<RowWriter> {
  return new CsvWriter(await open(path, 'w'), encoding);
}
