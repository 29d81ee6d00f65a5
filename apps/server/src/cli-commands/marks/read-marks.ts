import { parseNiceClass } from '@jince/identifiers';
import { noticesOf } from '@jince/trademark-similarity';
import { readHeader } from '../match/columns.ts';
import { MatchInputError, readRecord, readText } from '../match/read-table.ts';
import { Remarks } from './remarks.ts';

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
  /** Further classes of a registration that stands on several rows, by place. */
  readonly moreClasses: ReadonlyMap<number, readonly number[]>;
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

/** The marks of a CSV file: a number on several rows with one name is one registration in several classes. Rows without a number are named and left out. Throws MatchInputError, a sentence, for a file that cannot be read. */
export function readMarks(path: string): MarkRows {
  const [regNos, names, classes]: [string[], string[], number[]] = [[], [], []];
  let [unnamed, badClasses] = [0, 0];
  const remarks = new Remarks();
  const placeOf = new Map<string, number>();
  const moreClasses = new Map<number, number[]>();
  eachRow(path, MARKS, markColumns, ['reg_no', 'name'], (row, line) => {
    if (row.reg_no === '') {
      remarks.say(`${MARKS}第 ${line} 行没有 reg_no，已略过`);
      return;
    }
    if (row.name === '') unnamed++;
    const niceClass = classOf(row.nice_class);
    if (niceClass === 0 && row.nice_class !== '') badClasses++;
    const known = placeOf.get(row.reg_no);
    if (known !== undefined && names[known] === row.name) {
      moreClasses.set(known, [...(moreClasses.get(known) ?? []), niceClass]);
      return;
    }
    placeOf.set(row.reg_no, regNos.length);
    regNos.push(row.reg_no);
    names.push(row.name);
    classes.push(niceClass);
  });
  remarks.end();
  if (names.length === 0) throw new MatchInputError(`${MARKS}没有可用的数据行。`);
  return { regNos, names, classes: Uint8Array.from(classes), moreClasses, unnamed, badClasses };
}

/** The queries of a CSV file. Throws MatchInputError as above, and for a repeated id. */
export function readQueries(path: string): MarkQueryRow[] {
  const queries: MarkQueryRow[] = [];
  const seen = new Set<string>();
  const remarks = new Remarks();
  eachRow(path, QUERIES, queryColumns, ['id', 'text'], ({ id, text, nice_class }, line) => {
    if (id === '') {
      remarks.say(`${QUERIES}第 ${line} 行没有 id，已略过`);
      return;
    }
    if (seen.has(id)) throw new MatchInputError(`${QUERIES}中 id“${id}”重复（第 ${line} 行）。每行的 id 必须不同。`);
    seen.add(id);
    const niceClass = classOf(nice_class);
    if (niceClass === 0 && nice_class !== '')
      remarks.say(`${QUERIES}第 ${line} 行（${id}）：类别“${nice_class.slice(0, 20)}”不在 1–45 之内，按未填处理`);
    for (const { zh } of noticesOf(text)) remarks.say(`${QUERIES}第 ${line} 行（${id}）：${zh}`);
    queries.push({ id, text, niceClass });
  });
  remarks.end();
  if (queries.length === 0) throw new MatchInputError(`${QUERIES}没有可用的数据行。`);
  return queries;
}

function classOf(text: string): number {
  if (text === '') return 0;
  const parsed = parseNiceClass(text);
  return parsed.ok ? parsed.number : 0;
}

/** Line ends between two places. */
function linesOf(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
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
  // Lines as an editor counts them: a field in quotes may hold several.
  let line = linesOf(text, 0, start) + 1;
  let rows = 0;
  for (let at = start; at < text.length; ) {
    const begin = at;
    at = readRecord(text, at, fields);
    const first = line;
    line += linesOf(text, begin, at);
    if (at - begin > LONGEST_RECORD)
      throw new MatchInputError(`${what}第 ${first} 行过长（${at - begin} 字）。请检查引号是否成对。`);
    if (fields.every((field) => field.trim() === '')) continue;
    rows++;
    const row = {} as Record<keyof Names, string>;
    for (const name of Object.keys(names)) row[name as keyof Names] = fields[columns[name] as number]?.trim() ?? '';
    use(row, first);
  }
  if (rows === 0) throw new MatchInputError(`${what}没有数据行。`);
}
