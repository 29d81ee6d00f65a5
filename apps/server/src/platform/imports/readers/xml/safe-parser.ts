import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadError } from '../read-error.ts';

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>, parser: { line: number }): void;
  close?(name: string): void;
  text?(text: string): void;
}

const MAX_DEPTH = 200;

/**
 * A streaming parser that resolves nothing from outside and expands nothing but the five predefined entities: a DTD that
 * defines entities is refused, an unknown entity is an error. Element names are given without their prefix.
 */
export function safeParser(
  fileName: string,
  handlers: XmlHandlers,
  options: { position: boolean } = { position: false },
): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: options.position });
  let depth = 0;
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text)) throw new ReadError('file.xml-entities', { fileName });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > MAX_DEPTH) throw new ReadError('file.corrupt', { fileName, detail: `XML depth > ${MAX_DEPTH}` });
    handlers.open(localName(tag.name), tag.attributes, parser);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const take = handlers.text.bind(handlers);
    parser.on('text', take);
    parser.on('cdata', take);
  }
  parser.on('error', (error) => {
    throw new ReadError('file.corrupt', { fileName, detail: `XML: ${error.message.slice(0, 120)}` }, error);
  });
  return parser;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Value of an attribute by its name without prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}
