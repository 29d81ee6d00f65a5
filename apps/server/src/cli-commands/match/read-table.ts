import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/** A sentence for the person at the terminal; nothing else is printed for it. */
export class MatchInputError extends Error {}

/** Reads a text file as UTF-8 (with or without BOM), UTF-16 with BOM, or else GB18030. Throws MatchInputError. */
export function readText(path: string, what: string): string {
  let bytes: Buffer;
  try {
    if (!statSync(path).isFile()) throw new MatchInputError(`${what}不是文件：${path}`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof MatchInputError) throw error;
    throw new MatchInputError(`读不到${what}：${path}。请检查路径和权限。`);
  }
  const text = decode(bytes);
  if (text.trim() === '') throw new MatchInputError(`${what}是空文件：${path}`);
  return text;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (!isUtf8(bytes)) return new TextDecoder('gb18030').decode(bytes);
  const text = bytes.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;

/** Reads the record that starts at `start` into `fields` (reused) and returns where the next one starts. RFC 4180. */
export function readRecord(text: string, start: number, fields: string[]): number {
  // Filled by position and cut at the end: emptying first would give its memory back and take it anew for every record.
  let count = 0;
  const length = text.length;
  let at = start;
  for (;;) {
    if (at < length && text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at + 1);
      const inner = text.slice(at + 1, end);
      fields[count++] = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
      at = end + 1;
      // Anything between the closing quote and the comma is not data.
      while (at < length && text.charCodeAt(at) !== COMMA && text.charCodeAt(at) !== NEWLINE) at++;
    } else {
      let end = at;
      while (end < length) {
        const code = text.charCodeAt(end);
        if (code === COMMA || code === NEWLINE) break;
        end++;
      }
      const carriage = end > at && text.charCodeAt(end - 1) === RETURN && text.charCodeAt(end) !== COMMA;
      fields[count++] = text.slice(at, carriage ? end - 1 : end);
      at = end;
    }
    if (at >= length || text.charCodeAt(at++) === NEWLINE) {
      if (fields.length > count) fields.length = count;
      return Math.min(at, length);
    }
  }
}

/** Position of the quote that closes the field opened before `start`; the end of the text when none does. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** Where the record after the one at `start` begins, without reading its fields. */
export function skipRecord(text: string, start: number): number {
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (code === NEWLINE && !quoted) return at + 1;
  }
  return text.length;
}
