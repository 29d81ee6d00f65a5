import type { FactRow } from '@jince/rules';
import { withChecks } from './check-registers.ts';
import type { CompiledItem } from './compile-policy.ts';
import type { PolicyItem } from './policy.ts';

export interface Achievement {
  readonly key: string;
  readonly on: string | null;
  readonly row: FactRow;
  /** Given by a higher level for it, in fen. */
  readonly higherFen: number;
}

export type Missed = { readonly reason: 'rule' | 'window' | 'key' | 'unknown'; readonly achievement: FactRow };

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Key under which an achievement is paid at most once, whatever policy pays it; yearly ones once a year. */
export function keyOf({ achievement, trigger }: PolicyItem, row: FactRow, year: number): string | null {
  const { subject, keyFact, repeat } = achievement;
  const found = row[keyFact];
  const value = typeof found === 'number' ? String(found) : textOf(found);
  if (value === null) return null;
  return `${subject}:${value}:${trigger}${repeat === 'yearly' ? `@${year}` : ''}`;
}

function candidates(
  compiled: CompiledItem,
  subject: FactRow,
  claims: readonly FactRow[],
  asOf: string,
): readonly FactRow[] {
  const { subject: kind, collection } = compiled.item.achievement;
  if (kind === 'enterprise') return [subject];
  if (kind === 'claim') return withChecks(compiled.checks, subject, claims, asOf);
  const rows = collection === null ? undefined : subject[collection];
  return Array.isArray(rows) ? (rows as readonly FactRow[]) : [];
}

/**
 * The achievements of a subject that an item rewards.
 * @param claims what the applicant states, for items whose achievement no register knows
 * @param missed told of those that are left out, where somebody asks
 */
export function findAchievements(
  compiled: CompiledItem,
  subject: FactRow,
  claims: readonly FactRow[],
  at: { readonly asOf: string; readonly year: number },
  missed?: (one: Missed) => void,
): Achievement[] {
  const { achievement: spec, achieved } = compiled.item;
  const found: Achievement[] = [];
  for (const row of candidates(compiled, subject, claims, at.asOf)) {
    const outcome = compiled.achieved.test(row, at.asOf);
    if (outcome !== 1) {
      missed?.({ reason: outcome === 0 ? 'rule' : 'unknown', achievement: row });
      continue;
    }
    const on = spec.dateFact === null ? null : textOf(row[spec.dateFact]);
    if (spec.dateFact !== null && (on === null || on < achieved.from || on > achieved.to)) {
      missed?.({ reason: on === null ? 'unknown' : 'window', achievement: row });
      continue;
    }
    const key = keyOf(compiled.item, row, at.year);
    if (key === null) {
      missed?.({ reason: 'key', achievement: row });
      continue;
    }
    const higher = row.higherFen;
    found.push({ key, on, row, higherFen: typeof higher === 'number' ? higher : 0 });
  }
  return found;
}
