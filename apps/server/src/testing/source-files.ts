import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SERVER_SOURCE = fileURLToPath(new URL('..', import.meta.url));

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The server's own code, without tests and what only tests use. */
export function serverSources(): SourceFile[] {
  return [...walk(SERVER_SOURCE)]
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/testing/'))
    .map((path) => ({ path: relative(SERVER_SOURCE, path), text: readFileSync(path, 'utf8') }));
}
