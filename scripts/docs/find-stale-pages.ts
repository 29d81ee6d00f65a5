import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the pages whose committed text is not what the code says now. */
export function findStalePages(pages: Readonly<Record<string, string>>, folder: string): string[] {
  return Object.entries(pages).flatMap(([name, text]) => {
    const path = join(folder, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [name];
  });
}
