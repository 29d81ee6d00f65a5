import { parseNiceClass } from '@jince/identifiers';
import { readHeader } from '../match/columns.ts';
import { MatchInputError, readRecord, readText } from '../match/read-table.ts';

const MARKS = '商标文件（--marks）';
const QUERIES = '查询文件（--queries）';
const markColumns = {
  reg_no: ['reg_no', '注册号', '申请号', '申请/注册号'],
  nice_class: ['nice_class', '类别', '国际分类'],
  name: ['name', '商标名称', '商标', '名称'],
} as const;
const queryColumns = {
  id: ['id', '编号', '序号'],
  text: ['text', '商标', '商标名称', '名称', '查询'],
  nice_class: ['nice_class', '类别', '国际分类'],
} as const;
/** Longer records are no mark; usually a quotation mark was never closed. In characters. */
const LONGEST_RECORD = 20_000;

export interface MarkRows {
  readonly regNos: readonly string[];
  readonly names: readonly string[];
  /** 1–45; 0 where the file says none or none that exists. */
  readonly classes: Uint8Array;
  /** Rows without a name, which cannot be found. */
  readonly unnamed: number;
  /** Classes that do not exist. */
  readonly badClasses: number;
}

export interface MarkQueryRow {
  readonly id: string;
  readonly text: string;
  readonly niceClass: number;
}

/** The marks of a CSV file. Throws MatchInputError, a sentence, for a file or row that cannot be read. */
export function readMarks(path: string): MarkRows {
  const [regNos, names, classes]: [string[], string[], number[]] = [[], [], []];
  let [unnamed, badClasses] = [0, 0];
  eachRow(path, MARKS, markColumns, ['reg_no', 'name'], (row, line) => {
    if (row.reg_no === '') throw new MatchInputError(`${MARKS}第 ${line} 行没有 reg_no。`);
    if (row.name === '') unnamed++;
    const niceClass = classOf(row.nice_class);
    if (niceClass === 0 && row.nice_class !== '') badClasses++;
    regNos.push(row.reg_no);
    names.push(row.name);
    classes.push(niceClass);
  });
  return { regNos, names, classes: Uint8Array.from(classes), unnamed, badClasses };
}

/** The queries of a CSV file. Throws MatchInputError as above, and for a repeated id. */
export function readQueries(path: string): MarkQueryRow[] {
  const queries: MarkQueryRow[] = [];
  const seen = new Set<string>();
  eachRow(path, QUERIES, queryColumns, ['id', 'text'], ({ id, text, nice_class }, line) => {
    if (id === '') throw new MatchInputError(`${QUERIES}第 ${line} 行没有 id。`);
    if (seen.has(id)) throw new MatchInputError(`${QUERIES}中 id“${id}”重复（第 ${line} 行）。每行的 id 必须不同。`);
    seen.add(id);
    queries.push({ id, text, niceClass: classOf(nice_class) });
  });
  return queries;
}

function classOf(text: string): number {
  if (text === '') return 0;
  const parsed = parseNiceClass(text);
  return parsed.ok ? parsed.number : 0;
}

function eachRow<Names extends Record<string, readonly string[]>>(
  path: string,
  what: string,
  names: Names,
  required: readonly (keyof Names & string)[],
  use: (row: Record<keyof Names, string>, line: number) => void,
): void {
  const text = readText(path, what);
  const { columns, start } = readHeader(text, names, required, what);
  const fields: string[] = [];
  let [line, rows] = [1, 0];
  for (let at = start; at < text.length; ) {
    const begin = at;
    at = readRecord(text, at, fields);
    line++;
    if (at - begin > LONGEST_RECORD)
      throw new MatchInputError(`${what}第 ${line} 行过长（${at - begin} 字）。请检查引号是否成对。`);
    if (fields.every((field) => field.trim() === '')) continue;
    rows++;
    const row = {} as Record<keyof Names, string>;
    for (const name of Object.keys(names)) row[name as keyof Names] = fields[columns[name] as number]?.trim() ?? '';
    use(row, line);
  }
  if (rows === 0) throw new MatchInputError(`${what}没有数据行。`);
}
