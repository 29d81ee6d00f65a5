/** Where the registers say a target stands; null while they say nothing. */
export type Outcome = 'succeeded' | 'reverted' | 'left' | null;
/** gone: no longer in the register; stay: struck off, moved out, ended; rule: dropped by a changed rule. */
export type LeftKind = 'gone' | 'stay' | 'rule';

/** What the facts of a day say of a target; null is unknown. */
export interface Reading {
  /** Whether the subject is in the register at all. */
  readonly present: boolean;
  /** Outcome of the stay rule; true where the campaign has none. */
  readonly stay: boolean | null;
  readonly success: boolean | null;
  /** Outcome of the target rule; only asked of targets a changed rule has dropped. */
  readonly wanted: boolean | null;
}

export interface Standing {
  readonly outcome: Outcome;
  readonly leftKind: LeftKind | null;
}

export type Change =
  | { readonly kind: 'left'; readonly leftKind: 'gone' | 'stay' }
  | { readonly kind: 'returned'; readonly succeeded: boolean }
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'reverted' };

/**
 * What a reading changes. Success is only ever read, and only what is known counts: an unknown outcome neither
 * achieves nor takes back.
 */
export function judgeTarget(standing: Standing, reading: Reading): Change | undefined {
  const leaves: 'gone' | 'stay' | undefined = !reading.present ? 'gone' : reading.stay === false ? 'stay' : undefined;
  if (standing.outcome === 'left') {
    if (leaves !== undefined) return undefined;
    if (standing.leftKind === 'rule' && reading.wanted !== true) return undefined;
    return { kind: 'returned', succeeded: reading.success === true };
  }
  if (leaves !== undefined) return { kind: 'left', leftKind: leaves };
  if (reading.success === true && standing.outcome !== 'succeeded') return { kind: 'succeeded' };
  if (reading.success === false && standing.outcome === 'succeeded') return { kind: 'reverted' };
  return undefined;
}
