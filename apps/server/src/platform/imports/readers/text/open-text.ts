import type { ByteSource } from '../byte-source.ts';
import { checkColumns } from '../check-columns.ts';
import { findHeader, type HeadRow } from '../header/find-header.ts';
import { HEAD_ROWS, ROWS_PER_BATCH } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import type { RawRow, ReadLimits, SheetSource, TextEncodingName } from '../types.ts';
import { detectEncoding } from './detect-encoding.ts';
import { findSeparator, firstLines } from './find-separator.ts';
import { RecordAssembler, type TextRecord } from './record-assembler.ts';
import { type LineBlock, type TextLineOptions, textLines } from './text-lines.ts';
import { toRow } from './to-row.ts';

export interface OpenedText {
  kind: 'csv' | 'tsv';
  encoding: TextEncodingName;
  separator: string;
  sheet: SheetSource;
}

export interface TextContext {
  fileName: string;
  sheetName: string;
  limits: ReadLimits;
  knownHeaders: ReadonlySet<string>;
  signal?: AbortSignal;
}

const SAMPLE_BYTES = 1 << 20;

/** Opens separated text. Reads its head only; `sheet.rows()` streams the rest. */
export async function openText(source: ByteSource, sample: Buffer, context: TextContext): Promise<OpenedText> {
  const { fileName, limits, signal } = context;
  const detected = detectEncoding(sample);
  if (detected === undefined) throw new ReadError('file.encoding', { fileName });
  const lineOptions: TextLineOptions = {
    detected,
    crOnly: usesCarriageReturn(sample),
    maxLineBytes: limits.maxLineBytes,
  };
  const head = await headBlocks(source, lineOptions, signal);
  const { separator, directive } = findSeparator(firstLines(head, 200));
  const records = headRecords(head, separator, limits).filter((record) => !(directive && record.line === 1));
  const rows: HeadRow[] = records.slice(0, HEAD_ROWS).map((record) => ({ line: record.line, cells: record.cells }));
  if (rows.every((row) => row.cells.every((cell) => cell.trim() === '')))
    throw new ReadError('file.empty', { fileName });
  const found = findHeader(rows, context.knownHeaders);
  if (found === undefined) throw new ReadError('file.no-header', { fileName, sheet: context.sheetName });
  checkColumns(found.header.cells.length, limits, { fileName, sheet: context.sheetName });
  const columns = found.header.cells.length;
  const encoding = detected.encoding;
  const sheet: SheetSource = {
    name: context.sheetName,
    header: found.header,
    titleLines: found.titleLines,
    rows: () => dataRows(source, lineOptions, { separator, columns, after: found.header.line, encoding, context }),
  };
  return { kind: separator === '\t' ? 'tsv' : 'csv', encoding, separator, sheet };
}

function usesCarriageReturn(sample: Buffer): boolean {
  return !sample.includes(0x0a) && sample.includes(0x0d);
}

async function headBlocks(source: ByteSource, options: TextLineOptions, signal?: AbortSignal): Promise<LineBlock[]> {
  const blocks: LineBlock[] = [];
  let lines = 0;
  let chars = 0;
  for await (const block of textLines(source, options, signal)) {
    blocks.push(block);
    lines += block.lines.length;
    chars += block.lines.reduce((sum, line) => sum + line.length, 0);
    if (lines > 2_000 || chars > SAMPLE_BYTES * 4) break;
  }
  return blocks;
}

function headRecords(blocks: readonly LineBlock[], separator: string, limits: ReadLimits): TextRecord[] {
  const assembler = new RecordAssembler(separator, 0, limits.maxCellChars * 2);
  const records: TextRecord[] = [];
  for (const block of blocks) {
    block.lines.forEach((text, i) => {
      if (records.length < HEAD_ROWS * 2) assembler.push({ line: block.firstLine + i, text }, records);
    });
  }
  if (records.length < HEAD_ROWS) assembler.finish(records);
  return records;
}

interface DataOptions {
  separator: string;
  columns: number;
  /** Line of the header: rows below it are data. */
  after: number;
  encoding: TextEncodingName;
  context: TextContext;
}

async function* dataRows(
  source: ByteSource,
  lineOptions: TextLineOptions,
  options: DataOptions,
): AsyncGenerator<RawRow[]> {
  const { limits, signal, fileName } = options.context;
  const assembler = new RecordAssembler(options.separator, options.columns, limits.maxCellChars * 2);
  const records: TextRecord[] = [];
  let batch: RawRow[] = [];
  let count = 0;
  function* drain(): Generator<RawRow[]> {
    for (const record of records) {
      if (record.line <= options.after) continue;
      const row = toRow(record, options.columns, options.encoding, limits);
      if (row === undefined) continue;
      batch.push(row);
      if (++count > limits.maxRows) throw new ReadError('file.too-many-rows', { fileName, limit: limits.maxRows });
      if (batch.length >= ROWS_PER_BATCH) {
        yield batch;
        batch = [];
      }
    }
    records.length = 0;
  }
  for await (const block of textLines(source, lineOptions, signal)) {
    for (let i = 0; i < block.lines.length; i++) {
      const flag = block.flags?.get(i);
      const line = block.firstLine + i;
      assembler.push(flag ? { line, text: block.lines[i]!, flag } : { line, text: block.lines[i]! }, records);
      if (records.length >= ROWS_PER_BATCH) yield* drain();
    }
    signal?.throwIfAborted();
  }
  assembler.finish(records);
  yield* drain();
  if (batch.length > 0) yield batch;
}
