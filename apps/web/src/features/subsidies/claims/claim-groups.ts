import type { ClaimState } from '@jince/contract';

export interface ClaimGroup {
  readonly key: 'draft' | 'acceptance' | 'review' | 'publicity' | 'payment' | 'done' | 'ended' | 'claw-back';
  readonly states: readonly ClaimState[];
}

/** The stages a claim goes through, as an office speaks of them. */
export const claimGroups: readonly ClaimGroup[] = [
  { key: 'draft', states: ['draft'] },
  { key: 'acceptance', states: ['submitted', 'recommended', 'supplementing'] },
  { key: 'review', states: ['accepted', 'checked', 'reviewed', 'cleared'] },
  { key: 'publicity', states: ['approved', 'publicised', 'objected'] },
  { key: 'payment', states: ['ready', 'released'] },
  { key: 'done', states: ['paid', 'archived'] },
  { key: 'claw-back', states: ['clawing-back', 'clawed-back'] },
  { key: 'ended', states: ['refused', 'not-accepted', 'withdrawn'] },
];

/** The one stage all the given states belong to. */
export function groupOf(states: readonly string[]): ClaimGroup['key'] | undefined {
  if (states.length === 0) return undefined;
  return claimGroups.find((group) => states.every((one) => (group.states as readonly string[]).includes(one)))?.key;
}
