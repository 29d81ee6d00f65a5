import type { ClaimState } from '@jince/contract';
import type { Tone } from '../../../components/status-tag.tsx';
import type { ClaimLine } from './claim-query.ts';

const states: Partial<Record<ClaimState, Tone>> = {
  draft: 'plain',
  supplementing: 'warn',
  publicised: 'warn',
  objected: 'late',
  paid: 'good',
  archived: 'good',
  'clawing-back': 'late',
  'clawed-back': 'plain',
  refused: 'plain',
  'not-accepted': 'plain',
  withdrawn: 'plain',
};

export const claimTone = (claim: { state: ClaimState }): Tone => states[claim.state] ?? 'info';

export const paymentTones: Record<ClaimLine['payment'], Tone> = {
  none: 'plain',
  committed: 'info',
  payable: 'warn',
  failed: 'late',
  paid: 'good',
  cancelled: 'plain',
};
