import type { RowReader } from '../../../platform/imports/row-reader.ts';

const MARKS = /[;；|｜\n\r,，、]/;
const KEPT = 50_000;
const known = new Map<string, readonly string[]>();

/**
 * A list of codes or names in which commas part too. Cells repeat within a file, so answers are kept; one without any
 * separator is its own list.
 */
export function readCodes(reader: RowReader, field: string): readonly string[] | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (!MARKS.test(text)) return [text];
  let list = known.get(text);
  if (list === undefined) {
    list = splitCodes(text);
    if (known.size > KEPT) known.clear();
    known.set(text, list);
  }
  return list.length === 0 ? undefined : list;
}

function splitCodes(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 59 : text.charCodeAt(i);
    // ; | , line ends, 、 ， ； ｜
    if (
      code !== 59 &&
      code !== 124 &&
      code !== 44 &&
      code !== 10 &&
      code !== 13 &&
      code !== 0x3001 &&
      code !== 0xff0c &&
      code !== 0xff1b &&
      code !== 0xff5c
    )
      continue;
    const part = text.slice(start, i).trim();
    if (part !== '' && part !== '-' && !parts.includes(part)) parts.push(part);
    start = i + 1;
  }
  return parts;
}

/** A count written in plain digits, which nearly all are; anything else goes the long way and may warn. */
export function readCount(reader: RowReader, field: string): number | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : reader.count(field);
}
