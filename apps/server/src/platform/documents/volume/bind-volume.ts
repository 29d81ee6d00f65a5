import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainPng, pngAsPage } from './png-page.ts';
import { type DiagnosticsLike, shadowed } from './shadow.ts';

/** A part as it goes into the volume; its pages are known from {@link inspectPart}. */
export interface VolumePart {
  readonly kind: 'pdf' | 'image';
  /** Where its bytes are on this machine. */
  readonly path: string;
  readonly mediaType: string;
  readonly title: string;
  readonly pages: number;
  /** Number on its first page; null for pages that carry none. */
  readonly first: number | null;
}

export type PartVerdict = { readonly pages: number } | { readonly refused: 'encrypted' | 'damaged' };

const BEYOND = 999_999;
const PNG = 'image/png';
const PDF = 'application/pdf';
const TYPES: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' };

/** How a part is named for the layout: by the ending of its type. */
const nameOf = (at: number, mediaType: string) =>
  `part-${at}.${mediaType === PDF ? 'pdf' : (TYPES[mediaType] ?? 'jpg')}`;

/** Asking for a page no PDF has makes the reader say how many there are. */
function pagesSaid(diagnostics: DiagnosticsLike, bytes: Buffer): PartVerdict {
  const text = JSON.stringify(diagnostics);
  const hit = /only has (\d+) page/.exec(text);
  if (hit !== null) return { pages: Number(hit[1]) };
  return { refused: /encrypt|password/.test(text) || bytes.includes('/Encrypt') ? 'encrypted' : 'damaged' };
}

/** Pages of a PDF or picture, or why it cannot be taken in. */
export function inspectPart(path: string, mediaType: string): PartVerdict {
  const name = nameOf(0, mediaType);
  const pdf = mediaType === PDF;
  const source = pdf ? `#image("${name}", page: ${BEYOND})` : `#image("${name}", width: 10mm)`;
  const bytes = readFileSync(path);
  if (mediaType === PNG && isPlainPng(bytes)) return { pages: 1 };
  return shadowed([{ name, content: bytes }], source, (compiled) => {
    if (!pdf) return compiled.result === null ? { refused: 'damaged' } : { pages: 1 };
    return pagesSaid(compiled.takeDiagnostics()?.shortDiagnostics ?? [], bytes);
  });
}

export interface Volume {
  readonly title: string;
  readonly parts: readonly VolumePart[];
  readonly createdAtSeconds: number;
}

export interface BoundVolume {
  readonly content: Buffer;
  readonly pages: number;
}

/**
 * All parts in order as one PDF 1.7. Pages are embedded, not redrawn: fonts stay as they are.
 * @throws LayoutError
 */
export function bindVolume(volume: Volume): BoundVolume {
  const read = volume.parts.map((part, at) => {
    const bytes = readFileSync(part.path);
    const page = part.mediaType === PNG ? pngAsPage(bytes) : undefined;
    return { part, name: nameOf(at, page === undefined ? part.mediaType : PDF), content: page ?? bytes };
  });
  const parts = read.map(({ part, name }) => ({ ...part, path: name }));
  const files = read.map(({ name, content }) => ({ name, content }));
  const data = { name: 'data.json', content: Buffer.from(JSON.stringify({ title: volume.title, parts })) };
  return shadowed([...files, data], { template: join(import.meta.dirname, 'volume.typ') }, (compiled, compiler) => {
    const laidOut = compiled.result;
    if (laidOut === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
    const content = compiler.pdf(laidOut, { pdfStandard: '1.7', creationTimestamp: volume.createdAtSeconds });
    return { content, pages: laidOut.numOfPages };
  });
}
