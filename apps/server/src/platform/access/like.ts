/** Pattern for LIKE/ILIKE that finds `text` anywhere; its own `%`, `_` and `\` mean themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
