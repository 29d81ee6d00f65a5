import type { Tone } from '../../components/status-tag.tsx';

const tones: Readonly<Record<string, Tone>> = {
  draft: 'plain',
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'late',
  withdrawn: 'plain',
};

export const toneOfStanding = (standing: string): Tone => tones[standing] ?? 'plain';
