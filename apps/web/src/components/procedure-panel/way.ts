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
  /** How many steps have been reached. */
  readonly reached: number;
}

const isEnd = (one: State) => one.standing === 'refused' || one.standing === 'withdrawn';

/** Beyond the first good end (a claw-back after archiving) a state belongs to the way only once the file went there. */
function untilDone(states: readonly State[]): readonly State[] {
  const done = states.findIndex((one) => one.standing === 'done');
  const beyond = done < 0 ? [] : states.slice(done + 1);
  return beyond.some((one) => one.passed || one.current) ? states : states.slice(0, states.length - beyond.length);
}

/**
 * The states of a file as one line. Ends without success stand beside it, and after one of them nothing lies ahead; a
 * detour (supplementing, an objection) that was left backwards is told by the log alone.
 */
export function readWay(states: readonly State[]): Way {
  const current = states.find((one) => one.current);
  const straight = untilDone(states.filter((one) => !isEnd(one)));
  const place = straight.findIndex((one) => one.current);
  const last = place < 0 ? straight.findLastIndex((one) => one.passed) : place;
  const ended = current !== undefined && isEnd(current);
  const steps = straight.flatMap((one, at): WayStep[] => {
    const { state, label } = one;
    if (one.current) return [{ state, label, mark: 'current' }];
    if (at <= last) return one.passed ? [{ state, label, mark: 'passed' }] : [];
    return ended || (one.standing === 'waiting' && one.passed) ? [] : [{ state, label, mark: 'ahead' }];
  });
  return {
    steps,
    aside: ended ? { label: current.label, standing: current.standing } : undefined,
    reached: steps.filter((step) => step.mark !== 'ahead').length,
  };
}
