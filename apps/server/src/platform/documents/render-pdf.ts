import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from './document.ts';
import { readFonts } from './fonts.ts';

const FOLDER = import.meta.dirname;
const TEMPLATE = join(FOLDER, 'document.typ');
/** Exists only in the compiler's memory. */
const DATA = join(FOLDER, 'data.json');

/** The document could not be laid out; the message says where. */
export class LayoutError extends Error {
  override name = 'LayoutError';
}

let compiler: NodeCompiler | undefined;

/** Lays out and hands the result to `use`; nothing awaits in between, so one compiler serves all. */
export function layOut<T>(
  document: OfficialDocument,
  use: (compiler: NodeCompiler, laidOut: NodeTypstDocument) => T,
): T {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] });
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(document)));
  try {
    const compiled = compiler.compile({ mainFilePath: TEMPLATE });
    const laidOut = compiled.result;
    if (laidOut === null) throw new LayoutError(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
    return use(compiler, laidOut);
  } finally {
    compiler.unmapShadow(DATA);
    compiler.evictCache(10);
  }
}

/**
 * The document as PDF/A-2b with embedded Chinese faces. Texts reach the layout as data, never as source. The same
 * document gives the same bytes.
 * @throws LayoutError
 */
export function renderPdf(document: OfficialDocument): { readonly content: Buffer; readonly pages: number } {
  return layOut(document, (typst, laidOut) => ({
    content: typst.pdf(laidOut, { pdfStandard: 'a-2b', creationTimestamp: document.createdAtSeconds }),
    pages: laidOut.numOfPages,
  }));
}
