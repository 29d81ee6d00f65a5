import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from '../fonts.ts';

type CompileResult = ReturnType<NodeCompiler['compile']>;
export type DiagnosticsLike = readonly unknown[];

interface ShadowFile {
  readonly name: string;
  readonly content: Buffer;
}

const FOLDER = import.meta.dirname;
let compiler: NodeCompiler | undefined;

/**
 * Compiles a layout that sees the files as if they lay beside it, and forgets them afterwards. Nothing awaits in
 * between, so one compiler serves all.
 */
export function shadowed<T>(
  files: readonly ShadowFile[],
  layout: string | { readonly template: string },
  use: (compiled: CompileResult, compiler: NodeCompiler) => T,
): T {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] });
  const paths = files.map(({ name }) => join(FOLDER, name));
  for (const [at, file] of files.entries()) compiler.mapShadow(paths[at] as string, file.content);
  try {
    const compiled = compiler.compile(
      typeof layout === 'string' ? { mainFileContent: layout } : { mainFilePath: layout.template },
    );
    return use(compiled, compiler);
  } finally {
    for (const path of paths) compiler.unmapShadow(path);
    compiler.evictCache(0);
  }
}
