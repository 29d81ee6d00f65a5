import { writeFile } from 'node:fs/promises';
import { MatchInputError } from './match/read-table.ts';

/** A field of a CSV line: in quotes where it has to be. */
export function quote(field: string): string {
  for (let at = 0; at < field.length; at++) {
    const code = field.charCodeAt(at);
    if (code === 34 || code === 44 || code === 10 || code === 13) return `"${field.replaceAll('"', '""')}"`;
  }
  return field;
}

/** One line of a CSV file with its end. */
export const lineOf = (fields: readonly string[]): string => `${fields.map(quote).join(',')}\n`;

/** @throws MatchInputError with a Chinese sentence where the file cannot be written */
export async function writeOut(path: string, lines: readonly string[]): Promise<void> {
  try {
    await writeFile(path, lines);
  } catch (error) {
    throw new MatchInputError(`写不进结果文件：${path}（${(error as NodeJS.ErrnoException).code ?? error}）`);
  }
}
