import { join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from './document.ts';
import { layOut } from './lay-out.ts';

const TEMPLATE = join(import.meta.dirname, 'document.typ');

/** Lays out a report and hands the result to `use`. @throws LayoutError */
export function layOutReport<T>(
  document: OfficialDocument,
  use: (compiler: NodeCompiler, laidOut: NodeTypstDocument) => T,
): T {
  return layOut({ template: TEMPLATE, data: document }, use);
}

/**
 * The document as PDF/A-2b with embedded Chinese faces. Texts reach the layout as data, never as source. The same
 * document gives the same bytes.
 * @throws LayoutError
 */
export function renderPdf(document: OfficialDocument): { readonly content: Buffer; readonly pages: number } {
  return layOutReport(document, (typst, laidOut) => ({
    content: typst.pdf(laidOut, { pdfStandard: 'a-2b', creationTimestamp: document.createdAtSeconds }),
    pages: laidOut.numOfPages,
  }));
}
