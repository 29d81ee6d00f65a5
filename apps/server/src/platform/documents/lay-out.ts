import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.ts';

/** The document could not be laid out; the message says where. */
export class LayoutError extends Error {
  override name = 'LayoutError';
}

export interface Layout {
  /** Path of the layout; reads `data.json` beside it, which exists only in the compiler's memory. */
  readonly template: string;
  readonly data: unknown;
  readonly fontsFolder?: string | undefined;
}

const FOLDER = import.meta.dirname;
const compilers = new Map<string, NodeCompiler>();

function compilerFor(fontsFolder: string | undefined): NodeCompiler {
  const key = fontsFolder ?? '';
  const known = compilers.get(key);
  if (known !== undefined) return known;
  const made = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts(fontsFolder) }] });
  compilers.set(key, made);
  return made;
}

/** Lays out and hands the result to `use`; nothing awaits in between, so one compiler serves all. @throws LayoutError */
export function layOut<T>(layout: Layout, use: (compiler: NodeCompiler, laidOut: NodeTypstDocument) => T): T {
  const compiler = compilerFor(layout.fontsFolder);
  const data = join(dirname(layout.template), 'data.json');
  compiler.mapShadow(data, Buffer.from(JSON.stringify(layout.data)));
  try {
    const compiled = compiler.compile({ mainFilePath: layout.template });
    const laidOut = compiled.result;
    if (laidOut === null) throw new LayoutError(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? []));
    return use(compiler, laidOut);
  } finally {
    compiler.unmapShadow(data);
    compiler.evictCache(10);
  }
}
