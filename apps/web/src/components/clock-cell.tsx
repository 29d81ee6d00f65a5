import { daysBetween, today } from '../lib/format.ts';
import { DaysLeft } from './procedure-panel/days-left.tsx';
import { StatusTag, type Tone } from './status-tag.tsx';

interface Clock {
  readonly label: string;
  readonly dueOn: string | null;
}

/** The clock of a row that runs out next: its day, how far off it is, and what it is. */
export function ClockCell({ clock }: { clock: Clock | null }) {
  if (clock === null || clock.dueOn === null) return <span className="muted">—</span>;
  return (
    <span className="clock-cell">
      <span className="mono">{clock.dueOn}</span>{' '}
      <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), clock.dueOn), waits: false }} />
      <span className="cell-sub">{clock.label}</span>
    </span>
  );
}

const TONES: Readonly<Record<string, Tone>> = { open: 'info', waiting: 'warn', done: 'good', refused: 'late' };

/** The state of a file by where it stands on the way. */
export function StandingState({ row }: { row: { readonly standing: string; readonly stateLabel: string } }) {
  return <StatusTag tone={TONES[row.standing] ?? 'plain'}>{row.stateLabel}</StatusTag>;
}
