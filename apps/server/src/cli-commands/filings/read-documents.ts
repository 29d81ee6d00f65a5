import type { TextDocument } from '@jince/filing-signals';
import { readHeader } from '../match/columns.ts';
import { MatchInputError, readRecord, readText } from '../match/read-table.ts';

const WHAT = '申请文件（--docs）';
const columnNames = {
  id: ['id', '编号', '序号', '申请号'],
  title: ['title', '名称', '发明名称', '标题'],
  abstract: ['abstract', '摘要'],
} as const;

/** Longer records are no abstract; usually a quotation mark was never closed. In characters. */
const LONGEST_RECORD = 200_000;

/**
 * The filings of a CSV file. Throws MatchInputError, a sentence, for a file that cannot be read or has no row, a missing
 * column, a missing or repeated id, a record without any text, and one far too long.
 */
export function readDocuments(path: string): TextDocument[] {
  const text = readText(path, WHAT);
  const { columns, start } = readHeader(text, columnNames, ['id', 'title', 'abstract'], WHAT);
  const documents: TextDocument[] = [];
  const seen = new Set<string>();
  const fields: string[] = [];
  let line = 1;
  for (let at = start; at < text.length; ) {
    const begin = at;
    at = readRecord(text, at, fields);
    line++;
    if (fields.every((field) => field.trim() === '')) continue;
    if (at - begin > LONGEST_RECORD)
      throw new MatchInputError(
        `${WHAT}第 ${line} 行过长（${at - begin} 字，最多 ${LONGEST_RECORD} 字）。请检查引号是否成对。`,
      );
    const document = toDocument(fields, columns, line);
    if (seen.has(document.id))
      throw new MatchInputError(`${WHAT}中 id“${document.id}”重复（第 ${line} 行）。每行的 id 必须不同。`);
    seen.add(document.id);
    documents.push(document);
  }
  if (documents.length === 0) throw new MatchInputError(`${WHAT}没有数据行。`);
  return documents;
}

function toDocument(
  fields: readonly string[],
  columns: Record<keyof typeof columnNames, number>,
  line: number,
): TextDocument {
  const id = fields[columns.id]?.trim() ?? '';
  if (id === '') throw new MatchInputError(`${WHAT}第 ${line} 行没有 id。`);
  const title = fields[columns.title]?.trim() ?? '';
  const abstract = fields[columns.abstract]?.trim() ?? '';
  if (title === '' && abstract === '')
    throw new MatchInputError(`${WHAT}第 ${line} 行（id“${id}”）既没有名称也没有摘要，无法比对。`);
  return { id, title, abstract };
}
