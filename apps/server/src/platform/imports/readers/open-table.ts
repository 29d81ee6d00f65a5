import { stat } from 'node:fs/promises';
import { fileBytes, firstBytes } from './byte-source.ts';
import { detectKind } from './detect-kind.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';
import { asReadError, ReadError } from './read-error.ts';
import { openText } from './text/open-text.ts';
import type { OpenOptions, SheetSource, TableSource } from './types.ts';

const SAMPLE_BYTES = 1 << 20;

export async function openTable(path: string, options: OpenOptions): Promise<TableSource> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const { fileName, signal } = options;
  const knownHeaders = options.knownHeaders ?? new Set<string>();
  const { size } = await stat(path);
  if (size > limits.maxFileBytes) throw new ReadError('file.too-large', sizes(fileName, size, limits.maxFileBytes));
  const source = fileBytes(path);
  const sample = await firstBytes(source, SAMPLE_BYTES, signal);
  const detected = detectKind(sample);
  if (detected.kind === 'empty') throw new ReadError('file.empty', { fileName });
  if (detected.kind === 'foreign') {
    throw new ReadError('file.unknown-format', { fileName, found: detected.zh, foundEn: detected.en });
  }
  try {
    const text = await openText(source, sample, {
      fileName,
      sheetName: '',
      limits,
      knownHeaders,
      ...(signal ? { signal } : {}),
    });
    return {
      kind: text.kind,
      encoding: text.encoding,
      separator: text.separator,
      notes: [],
      sheets: async function* (): AsyncGenerator<SheetSource> {
        yield text.sheet;
      },
      close: async () => undefined,
    };
  } catch (error) {
    throw asReadError(error, fileName);
  }
}

function sizes(
  fileName: string,
  actual: number,
  limit: number,
): { fileName: string; actualMb: number; limitMb: number } {
  const mb = (bytes: number) => Math.round((bytes / 1048576) * 10) / 10;
  return { fileName, actualMb: mb(actual), limitMb: mb(limit) };
}
