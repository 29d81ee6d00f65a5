/** Pattern for LIKE/ILIKE that finds `text` anywhere; its own `%`, `_` and `\` mean themselves; NUL, which PostgreSQL text cannot hold, is left out. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
}
