export type { BarItem, DocumentBlock, LinePoint, OfficialDocument, TableColumn } from './document.ts';
export { renderDocx } from './render-docx.ts';
export { LayoutError, renderPdf } from './render-pdf.ts';
