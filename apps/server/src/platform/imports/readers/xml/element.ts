/** A small tree of one record of an XML file. Names are lower case, without prefix, hyphens and the office's mark ('cn-', 'us-'). */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  line: number;
}

/** 'cn-publication-reference' of ST.36 and 'PublicationReference' of the later schema become the same name. */
export function plainName(name: string): string {
  return name
    .replace(/^(?:cn|us)-/, '')
    .replaceAll('-', '')
    .toLowerCase();
}

/** All descendants of this name, in document order; not those inside a found one. */
export function findAll(element: Element | undefined, name: string): Element[] {
  const found: Element[] = [];
  const visit = (at: Element) => {
    for (const child of at.children) {
      if (child.name === name) found.push(child);
      else visit(child);
    }
  };
  if (element) visit(element);
  return found;
}

/** The first descendant along a path of names, each at any depth below the one before. */
export function find(element: Element | undefined, ...path: string[]): Element | undefined {
  let at = element;
  for (const name of path) at = findAll(at, name)[0];
  return at;
}

/** Text of an element with all below it; blanks squeezed. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return '';
  const parts: string[] = [];
  const visit = (at: Element) => {
    if (at.text !== '') parts.push(at.text);
    for (const child of at.children) visit(child);
  };
  visit(element);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
