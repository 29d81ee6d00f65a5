/** Text as PostgreSQL can keep it; empty becomes null. */
export function keepable(text: string | null): string | null {
  const clean = text?.replaceAll('\0', '').toWellFormed().trim() ?? '';
  return clean === '' ? null : clean;
}
