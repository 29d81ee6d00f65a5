import { join } from 'node:path';
import type { OfficialPaper } from '@jince/contract';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { layOut } from '../lay-out.ts';
import { MEASURES } from './measures.ts';

const TEMPLATE = join(import.meta.dirname, 'official.typ');

export interface PaperPrint {
  readonly paper: OfficialPaper;
  /** Folder with the office's own faces (仿宋_GB2312, 方正小标宋简体 …); the shipped ones stand in where it is empty. */
  readonly fontsFolder?: string;
  /** Date of the file, so that the same paper gives the same bytes. */
  readonly createdAtSeconds: number;
}

/** Lays out a paper after GB/T 9704-2012 and hands the result to `use`. */
export function layOutPaper<T>(
  { paper, fontsFolder }: PaperPrint,
  use: (compiler: NodeCompiler, laidOut: NodeTypstDocument) => T,
): T {
  return layOut({ template: TEMPLATE, data: { paper, measures: MEASURES }, fontsFolder }, use);
}

/** The paper as PDF/A-2b. @throws LayoutError */
export function renderOfficialPdf(print: PaperPrint): Buffer {
  return layOutPaper(print, (typst, laidOut) =>
    typst.pdf(laidOut, { pdfStandard: 'a-2b', creationTimestamp: print.createdAtSeconds }),
  );
}
