export type { BarItem, DocumentBlock, LinePoint, OfficialDocument, TableColumn } from './document.ts';
export { documentsModule } from './documents.module.ts';
export { type Label, renderLabels } from './labels/render-labels.ts';
export { LayoutError } from './lay-out.ts';
export { renderDocx } from './render-docx.ts';
export { renderPdf } from './render-pdf.ts';
