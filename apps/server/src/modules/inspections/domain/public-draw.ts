/** How far a drawn object has come, as the public reads it. */
export type DrawnStanding = 'waiting' | 'checked' | 'fit' | 'correcting' | 'corrected' | 'followed' | 'cancelled';

const STANDINGS: Readonly<Record<string, DrawnStanding>> = {
  assigned: 'waiting',
  checked: 'checked',
  correcting: 'correcting',
  rechecked: 'correcting',
  passed: 'fit',
  corrected: 'corrected',
  cased: 'followed',
  handed: 'followed',
  returned: 'checked',
  dropped: 'followed',
  cancelled: 'cancelled',
};

/** @param state of the check that the draw ordered; absent: the object was gone before a check could be ordered */
export const standingOf = (state: string | undefined): DrawnStanding =>
  state === undefined ? 'cancelled' : (STANDINGS[state] ?? 'waiting');
