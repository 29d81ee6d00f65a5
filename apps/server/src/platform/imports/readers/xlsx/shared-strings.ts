import type { ByteSource } from '../byte-source.ts';
import { safeParser } from '../xml/safe-parser.ts';
import { xmlText } from '../xml/xml-text.ts';
import { StringStore } from './string-store.ts';

/** Reads sharedStrings.xml: runs of rich text are joined, phonetic runs (pinyin, furigana) left out. */
export async function readSharedStrings(
  source: ByteSource,
  fileName: string,
  maxChars: number,
  signal?: AbortSignal,
): Promise<StringStore> {
  const store = new StringStore(maxChars);
  let text = '';
  let inText = false;
  let phonetic = 0;
  const parser = safeParser(fileName, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = phonetic === 0;
      else if (name === 'rPh') phonetic++;
    },
    close(name) {
      if (name === 'si') store.add(decodeEscapes(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic--;
    },
    text(part) {
      if (inText) text += part;
    },
  });
  try {
    for await (const piece of xmlText(source, fileName, signal)) parser.write(piece);
    parser.close();
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}

/** '_x000D_' is how OOXML writes a character that XML cannot hold (ECMA-376 §22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}
