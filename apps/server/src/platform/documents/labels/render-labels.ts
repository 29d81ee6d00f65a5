import { join } from 'node:path';
import { layOut } from '../lay-out.ts';
import { qrSvg } from './qr-code.ts';

const TEMPLATE = join(import.meta.dirname, 'labels.typ');

export interface Label {
  /** What the QR code holds. */
  readonly scanned: string;
  /** The same for people, below it. */
  readonly code: string;
  readonly head: string;
  readonly name: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

export interface LabelSheet {
  readonly title: string;
  readonly issuer: string;
  readonly labels: readonly Label[];
  readonly createdAtSeconds: number;
}

/** Labels with QR codes as PDF/A-2b, two in a row on A4. @throws LayoutError, RangeError for a code too long */
export function renderLabels(sheet: LabelSheet): Buffer {
  const { createdAtSeconds, ...rest } = sheet;
  const labels = sheet.labels.map(({ scanned, ...label }) => ({ ...label, svg: qrSvg(scanned) }));
  return layOut({ template: TEMPLATE, data: { ...rest, labels } }, (typst, laidOut) =>
    typst.pdf(laidOut, { pdfStandard: 'a-2b', creationTimestamp: createdAtSeconds }),
  );
}
