import type { Tone } from '../components/status-tag.tsx';

const tones: Record<string, Tone> = {
  // parties
  active: 'good',
  deregistered: 'plain',
  revoked: 'late',
  'moved-out': 'plain',
  // discipline lists
  dishonesty: 'late',
  'abnormal-operation': 'warn',
  'ip-penalty': 'late',
  // patents and marks
  granted: 'good',
  registered: 'good',
  published: 'info',
  pending: 'info',
  applied: 'info',
  preliminary: 'info',
  grace: 'warn',
  lapsed: 'late',
  invalidated: 'late',
  expired: 'plain',
  withdrawn: 'plain',
  rejected: 'plain',
  refused: 'plain',
  // matching
  auto: 'good',
  person: 'good',
  review: 'warn',
  none: 'plain',
  // annuities
  'at-grant': 'good',
  paid: 'good',
  'paid-late': 'good',
  overdue: 'late',
  due: 'warn',
  // imports and their rows
  uploaded: 'info',
  recognised: 'warn',
  reading: 'info',
  previewed: 'warn',
  committing: 'info',
  committed: 'good',
  undoing: 'info',
  undone: 'plain',
  cancelled: 'plain',
  failed: 'late',
  accepted: 'good',
  doubtful: 'warn',
  discarded: 'plain',
  // jobs
  queued: 'plain',
  running: 'info',
  succeeded: 'good',
  interrupted: 'warn',
  // campaigns, their targets and visits
  draft: 'plain',
  closed: 'plain',
  open: 'plain',
  contacted: 'info',
  'in-progress': 'info',
  reverted: 'late',
  declined: 'warn',
  left: 'plain',
  'not-found': 'late',
  // accounts and the log
  locked: 'late',
  disabled: 'plain',
  ok: 'good',
};

/** The tint of a status code; the word beside it carries the meaning. */
export const toneOf = (code: string): Tone => tones[code] ?? 'plain';

/** Lists a party is on: neutral, unless nobody wants to be on them. */
export const listTone = (kind: string): Tone => tones[kind] ?? 'info';
