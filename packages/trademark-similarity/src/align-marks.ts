import { MOST_UNITS } from './normalise-mark.ts';
import { likenessOf } from './unit-likeness.ts';

/** What was done to one mark to make the other, in order. */
export interface Edit {
  readonly kind: 'same' | 'sound' | 'glyph' | 'number' | 'other' | 'added' | 'omitted' | 'swapped';
  readonly query: string;
  readonly mark: string;
}

export interface Alignment {
  /** 0–1: 1 is the same sequence of signs. */
  readonly score: number;
  readonly edits: readonly Edit[];
}

/** A sign more or less; two neighbours in the other order; per sign of the usual weight. */
const GAP = 0.55;
const SWAP = 0.3;
const WIDTH = MOST_UNITS + 2;
const cost = new Float64Array(WIDTH * WIDTH);
const SAME_FROM = 0.7;

/** Fills the table of costs; the last cell is the cost of the whole. */
function fill(a: Uint16Array, b: Uint16Array): number {
  const n = a.length;
  const m = b.length;
  for (let i = 0; i <= n; i++) cost[i * WIDTH] = i * GAP;
  for (let j = 0; j <= m; j++) cost[j] = j * GAP;
  for (let i = 1; i <= n; i++) {
    const x = a[i - 1] as number;
    for (let j = 1; j <= m; j++) {
      const y = b[j - 1] as number;
      const at = i * WIDTH + j;
      let best = (cost[at - WIDTH - 1] as number) + 1 - likenessOf(x, y).score;
      best = Math.min(best, (cost[at - 1] as number) + GAP, (cost[at - WIDTH] as number) + GAP);
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2])
        best = Math.min(best, (cost[at - 2 * WIDTH - 2] as number) + SWAP);
      cost[at] = best;
    }
  }
  return cost[n * WIDTH + m] as number;
}

const scoreOf = (total: number, n: number, m: number): number =>
  n + m === 0 ? 0 : Math.max(0, 1 - (2 * total) / (n + m));

/** How alike two sequences of signs are, 0–1: weighted edits with swaps (Damerau 1964), over their mean length. */
export const alignScore = (a: Uint16Array, b: Uint16Array): number => scoreOf(fill(a, b), a.length, b.length);

const sign = (code: number | undefined): string => (code === undefined ? '' : String.fromCharCode(code));
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

function editAt(a: Uint16Array, b: Uint16Array, i: number, j: number): { edit: Edit; i: number; j: number } {
  const here = cost[i * WIDTH + j] as number;
  const [x, y] = [a[i - 1], b[j - 1]];
  if (i > 0 && j > 0) {
    const likeness = likenessOf(x as number, y as number);
    if (close(here, (cost[(i - 1) * WIDTH + j - 1] as number) + 1 - likeness.score)) {
      const kind = likeness.by === 'none' || likeness.score < SAME_FROM - 0.25 ? 'other' : likeness.by;
      return { edit: { kind, query: sign(x), mark: sign(y) }, i: i - 1, j: j - 1 };
    }
    if (
      i > 1 &&
      j > 1 &&
      x === b[j - 2] &&
      y === a[i - 2] &&
      close(here, (cost[(i - 2) * WIDTH + j - 2] as number) + SWAP)
    )
      return {
        edit: { kind: 'swapped', query: sign(a[i - 2]) + sign(x), mark: sign(b[j - 2]) + sign(y) },
        i: i - 2,
        j: j - 2,
      };
  }
  if (j > 0 && close(here, (cost[i * WIDTH + j - 1] as number) + GAP))
    return { edit: { kind: 'added', query: '', mark: sign(y) }, i, j: j - 1 };
  return { edit: { kind: 'omitted', query: sign(x), mark: '' }, i: i - 1, j };
}

/** The same with what was done, from the first sign to the last. */
export function alignMarks(a: Uint16Array, b: Uint16Array): Alignment {
  const total = fill(a, b);
  const edits: Edit[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const step = editAt(a, b, i, j);
    edits.push(step.edit);
    ({ i, j } = step);
  }
  return { score: scoreOf(total, a.length, b.length), edits: edits.reverse() };
}
