import { PackDataError, readText } from '../shape.ts';
import { FORMATS, type Format, type TemplateField, type TemplateText, type TextPart } from './template.ts';

/** What placeholders of a text may name: fields of the document, and of a row within a repeated part. */
export interface Names {
  readonly document: readonly TemplateField[];
  readonly row: readonly TemplateField[] | undefined;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*(?:\|\s*([a-z]+)\s*)?\}\}/;
const NEEDS_FORMAT = new Set(['date', 'fen']);
const NOT_TEXT = new Set(['list', 'flag']);

function fail(path: string, why: string): never {
  throw new PackDataError(`${path}: ${why}`);
}

function readFormat(name: string | undefined, field: TemplateField, at: string): Format | undefined {
  if (name === undefined) {
    if (NEEDS_FORMAT.has(field.type)) fail(at, `「${field.path}」须写明格式，如 {{${field.path} | date}}`);
    return undefined;
  }
  if (!(name in FORMATS)) fail(at, `没有格式「${name}」，可用：${Object.keys(FORMATS).join('、')}`);
  const format = name as Format;
  if (!(FORMATS[format] as readonly string[]).includes(field.type))
    fail(at, `格式「${name}」不适用于「${field.path}」（${field.type}）`);
  return format;
}

function readPart(path: string, format: string | undefined, names: Names, at: string): TextPart {
  if (path === 'no') {
    if (names.row === undefined) fail(at, '{{no}} 只能用于逐行重复的部分');
    return { from: 'number' };
  }
  const ofRow = path.startsWith('row.');
  const fields = ofRow ? names.row : names.document;
  if (fields === undefined) fail(at, `「${path}」只能用于逐行重复的部分`);
  const wanted = ofRow ? path.slice(4) : path;
  const field = fields.find((one) => one.path === wanted);
  if (field === undefined) fail(at, `未登记的占位符「${path}」`);
  if (NOT_TEXT.has(field.type)) fail(at, `「${path}」是 ${field.type}，不能直接写入文字`);
  return { from: ofRow ? 'row' : 'document', path: wanted, format: readFormat(format, field, at) };
}

/**
 * Text with placeholders `{{party.name}}` or `{{amountFen | yuan}}`; within a repeated part also `{{row.name}}` and
 * `{{no}}`. Nothing else stands between double braces.
 * @throws PackDataError with the place for a placeholder that names no field or does not read
 */
export function readTemplateText(value: unknown, at: string, names: Names): TemplateText {
  const parts: TextPart[] = [];
  let rest = readText(value, at);
  for (let hit = PLACEHOLDER.exec(rest); hit !== null; hit = PLACEHOLDER.exec(rest)) {
    if (hit.index > 0) parts.push(rest.slice(0, hit.index));
    parts.push(readPart(hit[1] as string, hit[2], names, at));
    rest = rest.slice(hit.index + hit[0].length);
  }
  if (rest !== '') parts.push(rest);
  const broken = parts.find((part) => typeof part === 'string' && /\{\{|\}\}/.test(part));
  if (broken !== undefined) fail(at, `占位符写法有误：${String(broken)}`);
  return parts;
}
