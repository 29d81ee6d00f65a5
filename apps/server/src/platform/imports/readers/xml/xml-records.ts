import type { SaxesParser } from 'saxes';
import type { ByteSource } from '../byte-source.ts';
import { ReadError } from '../read-error.ts';
import { type Element, plainName } from './element.ts';
import { safeParser } from './safe-parser.ts';
import { RECORD_ELEMENTS } from './vocabularies.ts';
import { xmlText } from './xml-text.ts';

export type XmlRecord = { line: number; record: Element } | { line: number; error: ReadError };

const MAX_RECORD_CHARS = 20_000_000;
const DECLARATION = /<\?xml\s/g;

/**
 * Streams the records of an XML file as small trees. Several documents may stand in one file, each with its declaration;
 * a damaged one is given as an error and the next is read.
 */
export async function* xmlRecords(
  source: ByteSource,
  fileName: string,
  skip: ReadonlySet<string>,
  signal?: AbortSignal,
): AsyncGenerator<XmlRecord> {
  const documents = new DocumentSplitter(fileName, skip);
  for await (const piece of xmlText(source, fileName, signal)) {
    documents.write(piece);
    yield* documents.take();
  }
  documents.finish();
  yield* documents.take();
}

class DocumentSplitter {
  private readonly fileName: string;
  private readonly skip: ReadonlySet<string>;
  private found: XmlRecord[] = [];
  private builder: RecordBuilder | undefined;
  private damaged = false;
  private rest = '';
  private linesBefore = 0;

  constructor(fileName: string, skip: ReadonlySet<string>) {
    this.fileName = fileName;
    this.skip = skip;
  }

  take(): XmlRecord[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  write(piece: string): void {
    const text = this.rest + piece;
    // A declaration may be cut by the end of the piece.
    const cut = text.lastIndexOf('<', text.length - 1);
    const end = cut >= 0 && text.length - cut < 7 ? cut : text.length;
    this.rest = text.slice(end);
    let from = 0;
    for (const match of text.slice(0, end).matchAll(DECLARATION)) {
      this.feed(text.slice(from, match.index));
      if (this.builder?.begun) this.endDocument();
      from = match.index;
    }
    this.feed(text.slice(from, end));
  }

  finish(): void {
    this.feed(this.rest);
    this.endDocument();
  }

  private feed(text: string): void {
    if (text === '') return;
    this.builder ??= new RecordBuilder(this.fileName, this.skip, this.linesBefore, this.found);
    this.builder.out = this.found;
    this.attempt((builder) => builder.write(text));
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.linesBefore++;
  }

  private endDocument(): void {
    if (this.builder?.begun) this.attempt((builder) => builder.close());
    this.builder = undefined;
    this.damaged = false;
  }

  private attempt(act: (builder: RecordBuilder) => void): void {
    if (this.damaged || this.builder === undefined) return;
    try {
      act(this.builder);
    } catch (error) {
      if (!(error instanceof ReadError) || error.code !== 'file.corrupt') throw error;
      this.damaged = true;
      this.found.push({ line: this.builder.line, error });
    }
  }
}

class RecordBuilder {
  out: XmlRecord[];
  begun = false;
  private readonly parser: SaxesParser;
  private readonly skip: ReadonlySet<string>;
  private readonly linesBefore: number;
  private readonly fileName: string;
  private stack: Element[] = [];
  private skipping = 0;
  private chars = 0;

  constructor(fileName: string, skip: ReadonlySet<string>, linesBefore: number, out: XmlRecord[]) {
    this.fileName = fileName;
    this.skip = skip;
    this.linesBefore = linesBefore;
    this.out = out;
    this.parser = safeParser(
      fileName,
      { open: this.open.bind(this), close: this.closeElement.bind(this), text: this.text.bind(this) },
      { position: true },
    );
  }

  get line(): number {
    return this.linesBefore + this.parser.line;
  }

  write(text: string): void {
    // Blanks between documents would stand before the declaration, where XML allows none.
    const content = this.begun ? text : text.trimStart();
    if (content === '') return;
    this.begun = true;
    this.parser.write(content);
  }

  close(): void {
    this.parser.close();
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (this.skipping > 0) {
      this.skipping++;
      return;
    }
    const top = this.stack.at(-1);
    if (top === undefined && !RECORD_ELEMENTS.has(name)) return;
    const plain = plainName(name);
    if (top !== undefined && this.skip.has(plain)) {
      this.skipping = 1;
      return;
    }
    const element: Element = { name: plain, attributes, children: [], text: '', line: this.line };
    top?.children.push(element);
    this.stack.push(element);
  }

  private closeElement(): void {
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    const element = this.stack.pop();
    if (element === undefined || this.stack.length > 0) return;
    this.chars = 0;
    this.out.push({ line: element.line, record: element });
  }

  private text(part: string): void {
    const top = this.stack.at(-1);
    if (top === undefined || this.skipping > 0) return;
    this.chars += part.length;
    if (this.chars > MAX_RECORD_CHARS)
      throw new ReadError('file.corrupt', { fileName: this.fileName, detail: 'XML record > 20 MB' });
    if (part.trim() !== '') top.text += part;
  }
}
