import { lawBook } from './book.ts';

export type MaskedKind = 'name' | 'resident-id' | 'resident-id-public' | 'phone' | 'bank-account';

/**
 * Masks personal information for display by the rule of the day: 张三 → 张*, 13812345678 → 138****5678. A text too short
 * for the rule is masked whole.
 * @throws LawNotCoveredError before 2021-11-01
 */
export function maskPersonalInformation(kind: MaskedKind, text: string, on: string): string {
  const key = `personal-information.mask.${kind}`;
  const start = lawBook.lawNumberAt(key, on, 'keepStart').value;
  const end = lawBook.lawNumberAt(key, on, 'keepEnd').value;
  const letters = [...text];
  if (letters.length <= start + end) return '*'.repeat(letters.length);
  const rule = lawBook.lawValue(key, on).value;
  const fixed = typeof rule === 'object' && !Array.isArray(rule) ? rule.fill : undefined;
  const fill = typeof fixed === 'number' ? fixed : letters.length - start - end;
  return letters.slice(0, start).join('') + '*'.repeat(fill) + (end ? letters.slice(-end).join('') : '');
}
