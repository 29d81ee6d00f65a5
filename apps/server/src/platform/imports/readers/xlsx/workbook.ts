import type { ByteSource } from '../byte-source.ts';
import { ReadError } from '../read-error.ts';
import { attribute, safeParser } from '../xml/safe-parser.ts';
import { xmlText } from '../xml/xml-text.ts';
import type { Archive } from '../zip/archive.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** False for chart and dialog sheets. */
  cells: boolean;
  source: ByteSource | undefined;
}

export interface Workbook {
  sheets: WorkbookSheet[];
  date1904: boolean;
  formats: NumberFormat[];
  sharedStrings: ByteSource | undefined;
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

const MAX_PART_BYTES = 64 * 1024 * 1024;

/** Reads the parts of a workbook that say where its sheets, strings and formats are. */
export async function readWorkbook(archive: Archive, fileName: string, signal?: AbortSignal): Promise<Workbook> {
  const parts = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (path: string): ByteSource | undefined => {
    const entry = parts.get(path.toLowerCase());
    if (entry?.encrypted) throw new ReadError('file.password', { fileName });
    return entry?.read;
  };
  const rootRelations = await readRelations(find('_rels/.rels'), '', fileName, signal);
  const main = rootRelations.find((relation) => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const source = find(main);
  if (source === undefined) throw new ReadError('file.corrupt', { fileName, detail: 'workbook.xml' });
  if (/\.bin$/i.test(main)) {
    throw new ReadError('file.unknown-format', {
      fileName,
      found: 'xlsb 二进制工作簿（请另存为 xlsx）',
      foundEn: 'a binary workbook (xlsb; save it as xlsx)',
    });
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await readRelations(
    find(`${folder}_rels/${main.slice(folder.length)}.rels`),
    folder,
    fileName,
    signal,
  );
  const { sheets, date1904 } = await readSheetList(source, fileName, signal);
  const partOf = (type: string): ByteSource | undefined => {
    const relation = relations.find((r) => r.type === type);
    return relation && find(relation.path);
  };
  const styles = partOf('styles');
  return {
    date1904,
    formats: styles ? await readFormats(styles, fileName, signal) : [],
    sharedStrings: partOf('sharedStrings'),
    sheets: sheets.map((sheet, i) => {
      const relation = relations.find((r) => r.id === sheet.relation);
      const path = relation?.path ?? `${folder}worksheets/sheet${i + 1}.xml`;
      return {
        name: sheet.name,
        hidden: sheet.hidden,
        cells: relation === undefined || relation.type === 'worksheet',
        source: find(path),
      };
    }),
  };
}

/** Parses a small part whole. */
async function parsePart(
  source: ByteSource,
  fileName: string,
  open: (name: string, attributes: Record<string, string>) => void,
  signal?: AbortSignal,
  close?: (name: string) => void,
): Promise<void> {
  const parser = safeParser(fileName, close ? { open, close } : { open });
  let chars = 0;
  for await (const piece of xmlText(source, fileName, signal)) {
    chars += piece.length;
    if (chars > MAX_PART_BYTES) throw new ReadError('file.zip-bomb', { fileName, detail: 'styles.xml / workbook.xml' });
    parser.write(piece);
  }
  parser.close();
}

async function readRelations(
  source: ByteSource | undefined,
  folder: string,
  fileName: string,
  signal?: AbortSignal,
): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (source === undefined) return relations;
  await parsePart(
    source,
    fileName,
    (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      const path = target.startsWith('/') ? target.slice(1) : resolvePath(folder + target);
      relations.push({ id: attributes.Id ?? '', type: (attributes.Type ?? '').replace(/^.*\//, ''), path });
    },
    signal,
  );
  return relations;
}

function resolvePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function readSheetList(source: ByteSource, fileName: string, signal?: AbortSignal) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let date1904 = false;
  await parsePart(
    source,
    fileName,
    (name, attributes) => {
      if (name === 'sheet') {
        const state = attributes.state ?? 'visible';
        sheets.push({
          name: attributes.name ?? `Sheet${sheets.length + 1}`,
          hidden: state !== 'visible',
          relation: attribute(attributes, 'id') ?? '',
        });
      } else if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    },
    signal,
  );
  return { sheets, date1904 };
}

async function readFormats(source: ByteSource, fileName: string, signal?: AbortSignal): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  await parsePart(
    source,
    fileName,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    signal,
    (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  );
  return formats;
}
