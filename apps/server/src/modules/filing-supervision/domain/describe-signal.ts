import { createHash } from 'node:crypto';
import type { Signal } from '@jince/filing-signals';
import type { ReadFiling } from '../repositories/filing-repository.ts';

/** What is looked up when a signal is put into words. */
export interface Lookup {
  readonly filings: ReadonlyMap<string, ReadFiling>;
  /** Names of agencies and persons, and of parties by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly agencyTowns: ReadonlyMap<string, string>;
  readonly partyTowns: ReadonlyMap<string, string>;
}

const MOST_NAMES = 3;

/** Names of those who hold the filings of a signal, the most frequent first. */
function holdersOf(signal: Signal, lookup: Lookup): string[] {
  const counts = new Map<string, number>();
  for (const key of signal.filings) {
    const read = lookup.filings.get(key);
    for (const [at, holder] of (read?.filing.holders ?? []).entries()) {
      const name = lookup.names.get(holder) ?? read?.holderNames[at] ?? holder;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Whom a signal is about, in words. */
export function subjectLabel(signal: Signal, lookup: Lookup): string {
  const { type, id } = signal.subject;
  const known = lookup.names.get(id);
  if (type !== 'group') return known ?? id;
  const names = holdersOf(signal, lookup);
  if (names.length === 0) return known ?? id;
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join('、')} …` : names.join('、');
}

/** Parties a signal concerns: its subject, and who holds its filings. */
export function partiesOf(signal: Signal, lookup: Lookup): string[] {
  const own = signal.subject.type === 'party' && lookup.partyTowns.has(signal.subject.id) ? [signal.subject.id] : [];
  return [...new Set([...own, ...signal.filings.flatMap((key) => lookup.filings.get(key)?.partyIds ?? [])])];
}

/** Towns of all a signal concerns. */
export function townsOf(signal: Signal, lookup: Lookup): string[] {
  const { type, id } = signal.subject;
  const own = type === 'party' ? lookup.partyTowns.get(id) : type === 'agency' ? lookup.agencyTowns.get(id) : undefined;
  const towns = signal.filings.flatMap((key) => lookup.filings.get(key)?.towns ?? []);
  return [...new Set([...(own === undefined ? [] : [own]), ...towns])].sort();
}

/**
 * What the evidence of a signal consists of, as a hash: filings and rows, not the figures, which move a little with
 * everybody else's. Another one means that there is something new to judge.
 */
export function evidenceHash(signal: Signal): string {
  const { evidence } = signal;
  const rows =
    evidence.sort === 'periods'
      ? evidence.rows.map(({ id, on, what }) => `${id}|${on}|${what}`)
      : evidence.sort === 'links'
        ? evidence.links.map(({ a, b, by }) => `${a}|${b}|${by}`)
        : [];
  const parts = [[...signal.filings].sort(), rows.sort()];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
