import type { OfficialDocument } from '../document.ts';
import { layOutReport } from '../render-pdf.ts';

/** Every text of the pages as they are laid out for the PDF. */
export function renderedText(document: OfficialDocument): string {
  const svg = layOutReport(document, (typst, laidOut) => typst.svg(laidOut));
  return [...svg.matchAll(/<h5:div class="tsel"[^>]*>([^<]*)</g)].map((hit) => hit[1]).join('\n');
}
