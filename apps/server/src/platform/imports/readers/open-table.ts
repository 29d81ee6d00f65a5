import { stat } from 'node:fs/promises';
import { fileBytes, firstBytes } from './byte-source.ts';
import { detectKind } from './detect-kind.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';
import { asReadError, ReadError } from './read-error.ts';
import { openText } from './text/open-text.ts';
import type { OpenOptions, ReadLimits, SheetSource, SourceNote, TableSource } from './types.ts';
import { openXls } from './xls/open-xls.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';
import { openArchive } from './zip/archive.ts';

const SAMPLE_BYTES = 1 << 20;

interface OpenContext {
  path: string;
  fileName: string;
  limits: ReadLimits;
  knownHeaders: ReadonlySet<string>;
  notes: SourceNote[];
  signal?: AbortSignal;
}

/**
 * Opens a file by its content, whatever its name says. Throws ReadError with a sentence for the user; an abort throws the
 * signal's reason. Reads the head of the file only; rows stream on demand.
 */
export async function openTable(path: string, options: OpenOptions): Promise<TableSource> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const { fileName, signal } = options;
  const { size } = await stat(path);
  if (size > limits.maxFileBytes) throw new ReadError('file.too-large', fileSizes(fileName, size, limits.maxFileBytes));
  const context: OpenContext = {
    path,
    fileName,
    limits,
    knownHeaders: options.knownHeaders ?? new Set(),
    notes: [],
    ...(signal ? { signal } : {}),
  };
  try {
    return withReadErrors(await openByContent(context), fileName);
  } catch (error) {
    throw asReadError(error, fileName);
  }
}

async function openByContent(context: OpenContext): Promise<TableSource> {
  const { path, fileName, signal } = context;
  const source = fileBytes(path);
  const sample = await firstBytes(source, SAMPLE_BYTES, signal);
  const detected = detectKind(sample);
  switch (detected.kind) {
    case 'empty':
      throw new ReadError('file.empty', { fileName });
    case 'foreign':
      throw new ReadError('file.unknown-format', { fileName, found: detected.zh, foundEn: detected.en });
    case 'zip':
      return openZip(context);
    case 'cfb':
      return { kind: 'xls', notes: context.notes, ...(await openXls(path, 'biff', context)) };
    case 'html':
      return { kind: 'html', notes: context.notes, ...(await openXls(path, 'text', context)) };
    default: {
      const text = await openText(source, sample, { ...context, sheetName: '' });
      const { kind, encoding, separator, sheet } = text;
      return {
        kind,
        encoding,
        separator,
        notes: context.notes,
        sheets: () => only(sheet),
        close: async () => undefined,
      };
    }
  }
}

async function openZip(context: OpenContext): Promise<TableSource> {
  const archive = await openArchive(context.path, context.fileName, context.limits);
  const workbook = await openXlsx(archive, context);
  return { kind: 'xlsx', notes: context.notes, ...workbook };
}

async function* only(sheet: SheetSource): AsyncGenerator<SheetSource> {
  yield sheet;
}

/** Whatever a format library throws while streaming becomes a ReadError too. */
function withReadErrors(table: TableSource, fileName: string): TableSource {
  return {
    ...table,
    sheets: async function* () {
      try {
        for await (const sheet of table.sheets()) {
          yield { ...sheet, rows: () => guarded(sheet.rows(), fileName) };
        }
      } catch (error) {
        throw asReadError(error, fileName);
      }
    },
  };
}

async function* guarded<T>(items: AsyncIterable<T>, fileName: string): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    throw asReadError(error, fileName);
  }
}

function fileSizes(
  fileName: string,
  actual: number,
  limit: number,
): { fileName: string; actualMb: number; limitMb: number } {
  const mb = (bytes: number) => Math.round((bytes / 1048576) * 10) / 10;
  return { fileName, actualMb: mb(actual), limitMb: mb(limit) };
}
