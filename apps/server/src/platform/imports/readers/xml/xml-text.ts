import type { ByteSource } from '../byte-source.ts';
import { ReadError } from '../read-error.ts';

/** The text of an XML document in pieces, decoded by its byte order mark or its declaration (UTF-8 without either). */
export async function* xmlText(source: ByteSource, fileName: string, signal?: AbortSignal): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let read: (chunk: Buffer) => string = () => '';
  for await (const chunk of source(signal)) {
    if (decoder === undefined) {
      decoder = xmlDecoder(chunk, fileName);
      const current = decoder;
      read = (bytes) => {
        try {
          return current.decode(bytes, { stream: true });
        } catch (error) {
          throw new ReadError('file.encoding', { fileName }, error);
        }
      };
    }
    yield read(chunk);
  }
}

function xmlDecoder(first: Buffer, fileName: string): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (first[0] === 0x3c && first[1] === 0) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0 && first[1] === 0x3c) return new TextDecoder('utf-16be', { fatal: true });
  const declared = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(
    first.subarray(0, 200).toString('latin1'),
  )?.[1];
  const label = declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
  try {
    return new TextDecoder(/^gb/i.test(label) ? 'gb18030' : label, { fatal: true });
  } catch (error) {
    throw new ReadError('file.encoding', { fileName }, error);
  }
}
