import { failure, type IdentifierResult } from './result.ts';
import { compactCode, toHalfWidth } from './text.ts';

export type NiceClassDetails = { number: number; sort: 'goods' | 'services' };

/** One class of the Nice classification, 1–45: `9`, `09`, `第9类`, `Class 9`, `国际分类：9`. `value` is `'9'`. */
export function parseNiceClass(input: string | number): IdentifierResult<NiceClassDetails> {
  const text = compactCode(String(input)).replace(/^(?:国际分类|商标类别|类别|CLASS|CL\.?|NICE)?[::]?第?/, '');
  const value = text.replace(/类$/, '').replace(/\.0+$/, '');
  if (value === '') return failure(value, 'empty');
  if (!/^\d{1,2}$/.test(value)) return failure(value, /^\d+$/.test(value) ? 'range' : 'format');
  const number = Number(value);
  if (number < 1 || number > 45) return failure(value, 'range');
  return { ok: true, value: String(number), number, sort: number <= 34 ? 'goods' : 'services' };
}

/** A list with any separator and ranges: `9,25;35`, `第9类、第25类`, `9-12`. Sorted without repeats; bad parts apart. */
export function parseNiceClasses(input: string): { classes: number[]; refused: string[] } {
  const classes = new Set<number>();
  const refused: string[] = [];
  for (const part of toHalfWidth(input).split(/[,;、|/\s\n]+/)) {
    if (part === '') continue;
    const ends = part.split(/[-~至到]/).map((end) => parseNiceClass(end));
    const [first, last = first] = ends;
    if (ends.length > 2 || !first?.ok || !last?.ok || first.number > last.number) refused.push(part);
    else for (let number = first.number; number <= last.number; number++) classes.add(number);
  }
  return { classes: [...classes].sort((a, b) => a - b), refused };
}
