import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../lib/list-files.ts';
import { ROOT } from '../lib/run-command.ts';

const HARD_LIMIT = 400;
const COMPONENT_LIMIT = 300;
const SOURCE = /\.(ts|tsx|mjs|cjs)$/;

/** The house limit that holds for a file; undefined where none does. */
export function lineLimit(path: string): number | undefined {
  if (!SOURCE.test(path)) return undefined;
  return path.endsWith('.tsx') ? COMPONENT_LIMIT : HARD_LIMIT;
}

export function findSizeProblems(paths: readonly string[] = listFiles(), root = ROOT): string[] {
  return paths.flatMap((path) => {
    const limit = lineLimit(path);
    if (limit === undefined || !existsSync(join(root, path))) return [];
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    return lines > limit ? [`${path}: ${lines} lines, limit ${limit}`] : [];
  });
}
