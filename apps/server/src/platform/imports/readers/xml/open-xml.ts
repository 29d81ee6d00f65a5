import type { ByteSource } from '../byte-source.ts';
import { ROWS_PER_BATCH } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { addProblem, rowProblem } from '../row-problem.ts';
import type { RawRow, ReadLimits, SheetSource } from '../types.ts';
import type { XmlVocabulary } from './vocabularies.ts';
import { type XmlRecord, xmlRecords } from './xml-records.ts';

/** A file of the sheet; `part` is its path inside an archive. */
export interface XmlPart {
  source: ByteSource;
  part?: string;
}

export interface XmlContext {
  fileName: string;
  limits: ReadLimits;
  signal?: AbortSignal;
}

/** A sheet of the records of one or many XML files of the same vocabulary. The header is fixed by the vocabulary. */
export function xmlSheet(
  name: string,
  vocabulary: XmlVocabulary,
  parts: readonly XmlPart[],
  context: XmlContext,
): SheetSource {
  const { columns } = vocabulary;
  return {
    name,
    header: {
      line: 0,
      firstLine: 0,
      cells: [...columns],
      units: columns.map(() => undefined),
      confidence: 1,
      reasons: [`xml ${vocabulary.id}`],
    },
    titleLines: [],
    rows: () => xmlRows(vocabulary, parts, context),
  };
}

async function* xmlRows(
  vocabulary: XmlVocabulary,
  parts: readonly XmlPart[],
  context: XmlContext,
): AsyncGenerator<RawRow[]> {
  const { fileName, limits, signal } = context;
  let batch: RawRow[] = [];
  let count = 0;
  let records = 0;
  let firstError: ReadError | undefined;
  for (const { source, part } of parts) {
    for await (const item of xmlRecords(source, part ?? fileName, vocabulary.skip, signal)) {
      if ('error' in item) firstError ??= item.error;
      else records++;
      for (const row of rowsOf(item, vocabulary)) {
        if (part !== undefined) row.part = part;
        if (++count > limits.maxRows) throw new ReadError('file.too-many-rows', { fileName, limit: limits.maxRows });
        batch.push(row);
      }
      // Documents may be large: rows wait for a full batch only as long as they are few.
      if (batch.length >= ROWS_PER_BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  if (records === 0) throw firstError ?? new ReadError('file.empty', { fileName });
  if (batch.length > 0) yield batch;
}

function rowsOf(item: XmlRecord, vocabulary: XmlVocabulary): RawRow[] {
  if ('error' in item) {
    const row: RawRow = { line: item.line, cells: vocabulary.columns.map(() => '') };
    addProblem(row, rowProblem('row.record-unreadable', { detail: String(item.error.params.detail ?? '') }));
    return [row];
  }
  return vocabulary.rows(item.record).map((cells) => ({ line: item.line, cells }));
}
