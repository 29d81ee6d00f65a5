import { SaxesParser } from 'saxes';
import { fromBuffer } from 'yauzl';

type Parts = ReadonlyMap<string, string>;

/** The XML parts of a Word file by name; refuses a file whose archive or XML is broken. */
export function docxParts(content: Buffer): Promise<Parts> {
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    fromBuffer(content, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', () => resolve(parts)).on('error', reject);
      zip.on('entry', (entry) => {
        if (!/\.(xml|rels)$/.test(entry.fileName)) return zip.readEntry();
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

/** Texts of a part, one per text run; throws when it is not well-formed. */
export function textsOf(xml: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let inText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    inText = /^(w:t|a:t|c:v)$/.test(tag.name);
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (text) => {
    if (inText) texts.push(text);
  });
  parser.write(xml).close();
  return texts;
}

/** All texts of the file: pages, heads, charts. */
export async function docxTexts(content: Buffer): Promise<string[]> {
  const parts = await docxParts(content);
  return [...parts].filter(([name]) => name.endsWith('.xml')).flatMap(([, xml]) => textsOf(xml));
}
