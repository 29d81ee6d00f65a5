import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { firstBytes } from '../byte-source.ts';
import { detectKind } from '../detect-kind.ts';
import { sheetNote } from '../notes.ts';
import { type OpenContext, SAMPLE_BYTES } from '../open-context.ts';
import { asReadError, ReadError, type ReadErrorCode } from '../read-error.ts';
import { openText } from '../text/open-text.ts';
import type { SheetSource } from '../types.ts';
import { openXls } from '../xls/open-xls.ts';
import { type OpenedWorkbook, openXlsx } from '../xlsx/open-xlsx.ts';
import { type XmlPart, xmlSheet } from '../xml/open-xml.ts';
import { findVocabulary, type XmlVocabulary } from '../xml/vocabularies.ts';
import { type Archive, type ArchiveEntry, openArchive } from './archive.ts';

/** Left in archives by operating systems and by an Excel that was open. */
const RUBBISH = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;
/** Saved pages beside a table are papers of its rows, not tables. */
const PAGE = /\.(?:html?|mht|mhtml)$/i;
const TABLE = /\.(?:csv|tsv|txt|xlsx?|xml)$/i;
/** These concern one table of the archive; the others are read and the sentence is reported. */
const SKIPPABLE: ReadonlySet<ReadErrorCode> = new Set([
  'file.empty',
  'file.no-header',
  'file.unknown-xml',
  'file.encoding',
  'file.unknown-format',
]);

/** Opens an archive of tables, one level deep. XML documents of one kind become one sheet. */
export function openZip(archive: Archive, context: OpenContext): OpenedWorkbook {
  const { fileName, notes } = context;
  const opened: OpenedWorkbook[] = [];
  let folder: string | undefined;
  const extract = async (entry: ArchiveEntry): Promise<string> => {
    folder ??= await mkdtemp(join(tmpdir(), 'jince-zip-'));
    const path = join(folder, String(opened.length));
    await pipeline(Readable.from(entry.read(context.signal)), createWriteStream(path, { mode: 0o600 }));
    return path;
  };
  return {
    async *sheets() {
      let found = 0;
      const xml = new Map<XmlVocabulary, XmlPart[]>();
      const besideTables = archive.entries.some(({ name }) => TABLE.test(name) && !RUBBISH.test(name));
      for (const entry of archive.entries) {
        if (RUBBISH.test(entry.name)) continue;
        if (besideTables && PAGE.test(entry.name)) {
          notes.push(sheetNote('entry.ignored', entry.name));
          continue;
        }
        if (entry.encrypted) throw new ReadError('file.password', { fileName });
        try {
          for await (const sheet of entrySheets(entry, context, { xml, opened, extract })) {
            found++;
            yield sheet;
          }
        } catch (error) {
          const known = asReadError(error, entry.name);
          if (!(known instanceof ReadError) || !SKIPPABLE.has(known.code)) throw known;
          notes.push(sheetNote('entry.unreadable', entry.name, known.sentence));
        }
      }
      for (const [vocabulary, parts] of xml) {
        found++;
        const name = parts.length === 1 ? parts[0]!.part! : `XML（${parts.length}）`;
        yield xmlSheet(name, vocabulary, parts, context);
      }
      if (found === 0) throw new ReadError(notes.length > 0 ? 'file.no-header' : 'file.empty', { fileName });
    },
    async close() {
      for (const workbook of opened) await workbook.close();
      archive.close();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

interface EntryTools {
  xml: Map<XmlVocabulary, XmlPart[]>;
  opened: OpenedWorkbook[];
  extract(entry: ArchiveEntry): Promise<string>;
}

async function* entrySheets(entry: ArchiveEntry, context: OpenContext, tools: EntryTools): AsyncGenerator<SheetSource> {
  const sample = await firstBytes(entry.read, SAMPLE_BYTES, context.signal);
  const detected = detectKind(sample);
  const inner = { ...context, fileName: entry.name };
  switch (detected.kind) {
    case 'empty':
      throw new ReadError('file.empty', { fileName: entry.name });
    case 'foreign':
      context.notes.push(sheetNote('entry.ignored', entry.name));
      return;
    case 'text':
      yield (await openText(entry.read, sample, { ...inner, sheetName: entry.name })).sheet;
      return;
    case 'xml': {
      const { root, vocabulary, excel2003 } = findVocabulary(sample.toString('utf8'));
      if (excel2003) break;
      if (vocabulary === undefined) throw new ReadError('file.unknown-xml', { fileName: entry.name, root });
      const parts = tools.xml.get(vocabulary) ?? [];
      tools.xml.set(vocabulary, [...parts, { source: entry.read, part: entry.name }]);
      return;
    }
  }
  const path = await tools.extract(entry);
  const workbook =
    detected.kind === 'zip'
      ? await innerWorkbook(path, entry, context)
      : await openXls(path, detected.kind === 'cfb' ? 'biff' : 'text', inner);
  tools.opened.push(workbook);
  for await (const sheet of workbook.sheets()) yield { ...sheet, name: `${entry.name} › ${sheet.name}` };
}

async function innerWorkbook(path: string, entry: ArchiveEntry, context: OpenContext): Promise<OpenedWorkbook> {
  const archive = await openArchive(path, entry.name, context.limits);
  if (!isWorkbook(archive)) {
    const foreign = foreignPackage(archive);
    archive.close();
    if (foreign) throw new ReadError('file.unknown-format', { fileName: entry.name, ...foreign });
    throw new ReadError('file.nested-zip', { fileName: context.fileName, entry: entry.name });
  }
  return openXlsx(archive, { ...context, fileName: entry.name });
}

export function isWorkbook(archive: Archive): boolean {
  return archive.entries.some((entry) => /^(?:xl\/workbook\.(?:xml|bin)|\[content_types\]\.xml)$/i.test(entry.name));
}

/** Office packages that are zip files but no workbooks we read. */
export function foreignPackage(archive: Archive): { found: string; foundEn: string } | undefined {
  const has = (name: RegExp) => archive.entries.some((entry) => name.test(entry.name));
  if (has(/^word\/document\.xml$/i)) return { found: 'Word 文档', foundEn: 'a Word document' };
  if (has(/^ppt\/presentation\.xml$/i)) return { found: 'PowerPoint 文档', foundEn: 'a PowerPoint document' };
  if (has(/^mimetype$/) && has(/^content\.xml$/))
    return { found: 'ODF 文档（请另存为 xlsx）', foundEn: 'an OpenDocument file (save it as xlsx)' };
  if (has(/^ofd\.xml$/i)) return { found: 'OFD 版式文件', foundEn: 'an OFD document' };
  return undefined;
}
