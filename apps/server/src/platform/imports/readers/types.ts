/** A sentence for a person, in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

export type TableKind = 'csv' | 'tsv' | 'xlsx' | 'xls' | 'xml' | 'html' | 'zip';

/** Something about one row that a person has to know. `error`: do not import the row as it stands; `warning`: import and show. */
export interface RowProblem {
  code: RowProblemCode;
  severity: 'error' | 'warning';
  /** 0-based column of the cell concerned, when it is one cell. */
  column?: number;
  params: Record<string, string | number>;
  message: Sentence;
}

export type RowProblemCode =
  | 'row.quotes'
  | 'row.after-damage'
  | 'row.many-lines'
  | 'row.too-many-cells'
  | 'row.encoding'
  | 'row.undecodable'
  | 'row.nul'
  | 'row.line-too-long'
  | 'row.cell-too-long'
  | 'row.error-value'
  | 'row.formula-without-value'
  | 'row.number-precision'
  | 'row.bad-reference'
  | 'row.bad-date-serial'
  | 'row.record-unreadable';

export interface RawRow {
  /** 1-based row (workbook) or first physical line (text) as a person sees it in Excel or an editor. */
  line: number;
  /** At least as many cells as the header has; texts are trimmed of nothing but the padding of the format. */
  cells: string[];
  /** The gravest problem; further ones in `moreProblems`. */
  problem?: RowProblem;
  moreProblems?: RowProblem[];
  /** Path inside the archive when one sheet joins several files (zip of XML documents). */
  part?: string;
}

export interface TableHeader {
  /** Line of the (last) header row. 0 when the header is implied by the format (XML). */
  line: number;
  /** Line of the first header row; smaller than `line` for a header of two rows. */
  firstLine: number;
  cells: string[];
  /** Units from a units row or from the header text, per column ('万元', '%'). */
  units: (string | undefined)[];
  /** 0–1, with the reasons for the choice. */
  confidence: number;
  reasons: string[];
}

export interface SheetSource {
  /** Sheet name; inside an archive 'inner.csv' or 'inner.xlsx › Sheet1'. Empty for a single text file. */
  name: string;
  header: TableHeader;
  /** Texts above the header (report title, query, date of export). */
  titleLines: string[];
  /** The data rows below the header, blank rows left out, in batches of about 500. Each call reads from the start. */
  rows(): AsyncIterable<RawRow[]>;
}

/** A part of the file that was not read, and why. */
export interface SourceNote {
  code: 'sheet.hidden' | 'sheet.empty' | 'sheet.no-table' | 'sheet.not-cells' | 'entry.ignored' | 'entry.unreadable';
  name: string;
  message: Sentence;
}

export interface TableSource {
  kind: TableKind;
  /** For text: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'. */
  encoding?: TextEncodingName;
  /** For text: the separator found. */
  separator?: string;
  /** In file order. Throws ReadError ('file.no-header', 'file.empty'…) at the end if not one sheet could be read. */
  sheets(): AsyncIterable<SheetSource>;
  /** Skipped sheets and entries; complete once `sheets()` has been walked to its end. */
  readonly notes: readonly SourceNote[];
  /** Removes temporary files. Call it in `finally`. */
  close(): Promise<void>;
}

export type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface ReadLimits {
  /** Size of the file as uploaded. */
  maxFileBytes: number;
  /** BIFF workbooks are held in memory by their reader, therefore smaller. */
  maxXlsBytes: number;
  /** Sum over everything inflated from an archive or workbook. */
  maxUncompressedBytes: number;
  /** Inflated ÷ deflated, looked at once 32 MB have been inflated. */
  maxRatio: number;
  maxEntries: number;
  /** Columns in use, that is up to the last non-empty cell of the header. */
  maxColumns: number;
  maxCellChars: number;
  maxLineBytes: number;
  maxRows: number;
  /** Shared strings above this many characters are kept in a temporary file. */
  maxSharedStringChars: number;
  /** Heap of the worker that reads BIFF workbooks. */
  xlsMemoryMb: number;
}

export interface OpenOptions {
  /** Name as uploaded; used in messages only, never to decide the format. */
  fileName: string;
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** Normalised header names (`normaliseHeader(h).key`) that help to find the header row. */
  knownHeaders?: ReadonlySet<string>;
}

/** Opens a file of any supported kind by its content. Throws ReadError; aborts with the signal's reason. */
export type OpenTable = (path: string, options: OpenOptions) => Promise<TableSource>;
