import type { FilePanel } from '@jince/contract';

type State = FilePanel['states'][number];

export interface WayStep {
  readonly state: string;
  readonly label: string;
  readonly mark: 'passed' | 'current' | 'ahead';
}
export interface Way {
  /** The states of the straight way, first to last. */
  readonly steps: readonly WayStep[];
  /** Where the file stands, when that is beside the straight way: refused, withdrawn. */
  readonly aside: { readonly label: string; readonly standing: State['standing'] } | undefined;
  /** Place of the last step reached, counted from 1. */
  readonly reached: number;
}

const ends = new Set<State['standing']>(['refused', 'withdrawn']);

/** The states of a file as one line. Ends without success stand beside it; after one of them nothing lies ahead. */
export function readWay(states: readonly State[]): Way {
  const current = states.find((one) => one.current);
  const straight = states.filter((one) => !ends.has(one.standing));
  const ended = current !== undefined && ends.has(current.standing);
  const place = straight.findIndex((one) => one.current);
  const last = place >= 0 ? place : straight.findLastIndex((one) => one.passed);
  const steps = straight.map((one, at): WayStep => {
    const mark = one.current ? 'current' : at < last || (at === last && place < 0) ? 'passed' : 'ahead';
    return { state: one.state, label: one.label, mark };
  });
  return {
    steps: ended ? steps.filter((step) => step.mark !== 'ahead') : steps,
    aside: current && ends.has(current.standing) ? { label: current.label, standing: current.standing } : undefined,
    reached: last + 1,
  };
}
