import { sheetNote } from '../notes.ts';
import { ReadError } from '../read-error.ts';
import type { ReadLimits, SheetSource, SourceNote } from '../types.ts';
import { openWorkbookSheet } from '../workbook-sheet.ts';
import type { Archive } from '../zip/archive.ts';
import { readMergedRanges } from './merged-cells.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';
import { StringStore } from './string-store.ts';
import { readWorkbook } from './workbook.ts';

export interface WorkbookContext {
  fileName: string;
  limits: ReadLimits;
  knownHeaders: ReadonlySet<string>;
  notes: SourceNote[];
  signal?: AbortSignal;
}

export interface OpenedWorkbook {
  sheets(): AsyncGenerator<SheetSource>;
  close(): Promise<void>;
}

/** Opens an OOXML workbook. Shared strings are read once, sheets as they are asked for. */
export async function openXlsx(archive: Archive, context: WorkbookContext): Promise<OpenedWorkbook> {
  const { fileName, limits, knownHeaders, notes, signal } = context;
  const workbook = await readWorkbook(archive, fileName, signal);
  let strings: StringStore | undefined;
  const getStrings = async (): Promise<StringStore> => {
    strings ??= workbook.sharedStrings
      ? await readSharedStrings(workbook.sharedStrings, fileName, limits.maxSharedStringChars, signal)
      : new StringStore(0);
    return strings;
  };
  return {
    async *sheets() {
      let found = 0;
      let filled = 0;
      for (const { name, hidden, cells, source } of workbook.sheets) {
        if (hidden) {
          notes.push(sheetNote('sheet.hidden', name));
          continue;
        }
        if (!cells || source === undefined) {
          notes.push(sheetNote('sheet.not-cells', name));
          continue;
        }
        const shared = await getStrings();
        const merges = await readMergedRanges(source, signal);
        const options = {
          fileName,
          formats: workbook.formats,
          strings: shared,
          date1904: workbook.date1904,
          ...(signal ? { signal } : {}),
        };
        const opened = await openWorkbookSheet({
          name,
          fileName,
          limits,
          knownHeaders,
          merges,
          rows: (keepColumns) => sheetRows(source, { ...options, keepColumns }),
        });
        if ('skipped' in opened) {
          if (opened.skipped === 'no-table') filled++;
          notes.push(sheetNote(opened.skipped === 'empty' ? 'sheet.empty' : 'sheet.no-table', name));
          continue;
        }
        found++;
        yield opened.sheet;
      }
      if (found === 0) throw new ReadError(filled > 0 ? 'file.no-header' : 'file.empty', { fileName });
    },
    async close() {
      strings?.close();
      strings = undefined;
      archive.close();
    },
  };
}
