import type { CaseEntryRow, DecisionRow } from './case-types.ts';

/** What a decision asks for, in fen. */
export const dueOf = (decision: DecisionRow | undefined): number =>
  (decision?.fineFen ?? 0) + (decision?.confiscatedFen ?? 0);

/** What was paid of it; a surcharge comes on top. */
export const paidOf = (entries: readonly CaseEntryRow[]): number =>
  entries
    .filter(({ kind, data }) => kind === 'payment' && data.kind !== 'surcharge')
    .reduce((sum, { data }) => sum + Number(data.paidFen ?? 0), 0);

export const owedOf = (decision: DecisionRow | undefined, entries: readonly CaseEntryRow[]): number =>
  dueOf(decision) - paidOf(entries);
