import { type MentionColumns, mentionColumns, readHeader } from './columns.ts';
import { MatchInputError, readRecord, skipRecord } from './read-table.ts';

/** Records per block, the unit of work the threads take. */
export const BLOCK_RECORDS = 2048;

export interface MentionBlocks {
  columns: MentionColumns;
  /** where each block starts in the text; one more for the end. */
  starts: number[];
}

const WHAT = '名单（--mentions）';

/** Cuts the mentions into blocks of records without reading the fields. Throws MatchInputError for a bad header. */
export function findBlocks(text: string): MentionBlocks {
  const { columns, start } = readHeader(text, mentionColumns, ['id', 'name'], WHAT);
  const starts: number[] = [];
  let records = 0;
  let at = start;
  while (at < text.length) {
    if (records % BLOCK_RECORDS === 0) starts.push(at);
    records++;
    at = skipRecord(text, at);
  }
  starts.push(text.length);
  return { columns, starts };
}

/** Throws MatchInputError when an id is missing or repeated, or when there is no record at all. */
export function checkIds(text: string, { columns, starts }: MentionBlocks): number {
  const seen = new Set<string>();
  const fields: string[] = [];
  let line = 1;
  for (let at = starts[0]!; at < text.length; ) {
    at = readRecord(text, at, fields);
    line++;
    if (fields.length === 1 && fields[0] === '') continue;
    const id = fields[columns.id]?.trim() ?? '';
    if (id === '') throw new MatchInputError(`${WHAT}第 ${line} 行没有 id。`);
    const before = seen.size;
    seen.add(id);
    if (seen.size === before)
      throw new MatchInputError(`${WHAT}中 id“${id}”重复（第 ${line} 行）。每行的 id 必须不同。`);
  }
  if (seen.size === 0) throw new MatchInputError(`${WHAT}没有数据行。`);
  return seen.size;
}
