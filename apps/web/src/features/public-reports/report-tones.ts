import type { Tone } from '../../components/status-tag.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  received: 'warn',
  assigned: 'info',
  handling: 'info',
  answered: 'good',
  transferred: 'plain',
  'not-accepted': 'plain',
  held: 'late',
};

export const reportTone = (state: string): Tone => TONES[state] ?? 'plain';
