import { stat } from 'node:fs/promises';
import { type ByteSource, fileBytes, firstBytes } from './byte-source.ts';
import { detectKind } from './detect-kind.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';
import { type OpenContext, SAMPLE_BYTES } from './open-context.ts';
import { asReadError, ReadError } from './read-error.ts';
import { detectEncoding } from './text/detect-encoding.ts';
import { openText } from './text/open-text.ts';
import type { OpenOptions, SheetSource, TableSource } from './types.ts';
import { openXls } from './xls/open-xls.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';
import { xmlSheet } from './xml/open-xml.ts';
import { findVocabulary } from './xml/vocabularies.ts';
import { openArchive } from './zip/archive.ts';
import { foreignPackage, isWorkbook, openZip } from './zip/open-zip.ts';

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
      return openPackage(context);
    case 'xml':
      return openXml(source, sample, context);
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

async function openPackage(context: OpenContext): Promise<TableSource> {
  const { fileName, notes } = context;
  const archive = await openArchive(context.path, fileName, context.limits);
  try {
    const foreign = foreignPackage(archive);
    if (foreign) throw new ReadError('file.unknown-format', { fileName, ...foreign });
    if (isWorkbook(archive)) return { kind: 'xlsx', notes, ...(await openXlsx(archive, context)) };
    return { kind: 'zip', notes, ...openZip(archive, context) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openXml(source: ByteSource, sample: Buffer, context: OpenContext): Promise<TableSource> {
  const { fileName, notes } = context;
  const start = new TextDecoder(detectEncoding(sample)?.encoding ?? 'utf-8').decode(sample);
  const { root, vocabulary, excel2003 } = findVocabulary(start);
  if (excel2003) return { kind: 'xls', notes, ...(await openXls(context.path, 'text', context)) };
  if (/<!DOCTYPE[^>]*\[[^\]]*<!ENTITY/i.test(start)) throw new ReadError('file.xml-entities', { fileName });
  if (vocabulary === undefined) throw new ReadError('file.unknown-xml', { fileName, root });
  const sheet = xmlSheet('', vocabulary, [{ source }], context);
  return { kind: 'xml', notes, sheets: () => only(sheet), close: async () => undefined };
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
