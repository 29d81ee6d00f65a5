import type { MatchWeights } from '../score/weights.ts';
import { isContrast, nearnessOf } from './near-characters.ts';

export interface Edit {
  kind: 'substitution' | 'deletion' | 'insertion' | 'swap' | 'tail';
  /** how the register writes it, and how the mention does. */
  registered: string;
  mentioned: string;
  how: 'sound' | 'shape' | 'contrast' | 'none';
  at: number;
}

const CHARACTERS = 2500;
const NEAR_SET = 14;
/** Beyond this difference in length two names are simply different. */
const MOST = 3;

/** How many slips a text of this length may hold and still be the same name: one in three characters, at most three. */
export function mostEdits(length: number): number {
  if (length < 4) return 1;
  return length < 7 ? 2 : 3;
}

const WIDTH = 40;
const cost = new Float64Array(WIDTH * WIDTH);
const steps = new Int8Array(WIDTH * WIDTH);
const counts = new Int8Array(WIDTH * WIDTH);
const KEEP = 0;
const SUBSTITUTE = 1;
const DELETE = 2;
const INSERT = 3;
const SWAP = 4;

/**
 * The noisy channel: −log2 P(mention spells `x` | the register spells `y`) under the rates of `weights`, Infinity when
 * they are too far apart. `edits` (if given) receives what was done.
 */
export function editBits(y: string, x: string, weights: MatchWeights, edits?: Edit[]): number {
  if (x === y) return -Math.log2(weights.edit.none);
  if (Math.abs(x.length - y.length) > MOST) return Number.POSITIVE_INFINITY;
  let head = 0;
  const shorter = Math.min(x.length, y.length);
  while (head < shorter && x.charCodeAt(head) === y.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && x.charCodeAt(x.length - 1 - tail) === y.charCodeAt(y.length - 1 - tail)) tail++;
  const rows = y.length - head - tail;
  const columns = x.length - head - tail;
  if (rows > MOST + 3 || columns > MOST + 3) return Number.POSITIVE_INFINITY;
  if (rows === 1 && columns === 1) return oneWrong(y, x, head, weights, edits);
  if (rows + columns === 1 && !edits) return oneMissing(y, x, head, rows, weights);
  if (tooStrange(y, x, head, rows, columns)) return Number.POSITIVE_INFINITY;
  return align({ y, x, head, rows, columns, length: Math.max(2, y.length) }, weights, edits);
}

/**
 * Is `editBits` surely infinite between the text at `start`–`end` of `codes` and `x`? The same tests as there, on
 * characters laid out side by side.
 */
export function areFarApart(codes: Uint16Array, start: number, end: number, x: string): boolean {
  const length = end - start;
  if (Math.abs(x.length - length) > MOST) return true;
  const shorter = Math.min(x.length, length);
  let head = 0;
  while (head < shorter && codes[start + head] === x.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && codes[end - 1 - tail] === x.charCodeAt(x.length - 1 - tail)) tail++;
  const rows = length - head - tail;
  const columns = x.length - head - tail;
  if (rows > MOST + 3 || columns > MOST + 3) return true;
  if (rows <= 1 && columns <= 1) return false;
  let strange = 0;
  const most = mostEdits(Math.max(length, x.length));
  if (rows > columns) {
    for (let i = start + head; i < end - tail; i++) {
      let j = head;
      while (j < head + columns && x.charCodeAt(j) !== codes[i]) j++;
      if (j === head + columns && ++strange > most) return true;
    }
    return false;
  }
  for (let j = head; j < head + columns; j++) {
    let i = start + head;
    while (i < end - tail && codes[i] !== x.charCodeAt(j)) i++;
    if (i === end - tail && ++strange > most) return true;
  }
  return false;
}

/** −log2 P(one plain wrong character) in a text of this length: what such a candidate must make up for. */
export function plainSlipBits(length: number, { edit }: MatchWeights): number {
  return -Math.log2(edit.plain / CHARACTERS) - Math.log2(edit.substitution / Math.max(2, length));
}

/** More characters of one side are missing on the other than slips are allowed: no alignment can succeed. */
function tooStrange(y: string, x: string, head: number, rows: number, columns: number): boolean {
  const most = mostEdits(Math.max(y.length, x.length));
  const [region, other] = [y.slice(head, head + rows), x.slice(head, head + columns)];
  const [from, into] = rows > columns ? [region, other] : [other, region];
  let strange = 0;
  for (let i = 0; i < from.length; i++) {
    if (!into.includes(from[i]!) && ++strange > most) return true;
  }
  return false;
}

/** One character wrong in the place of another, never read as one dropped and one added. */
function oneWrong(y: string, x: string, at: number, { edit }: MatchWeights, edits?: Edit[]): number {
  const [yc, xc] = [y.charCodeAt(at), x.charCodeAt(at)];
  edits?.push({ kind: 'substitution', registered: y[at]!, mentioned: x[at]!, how: nearnessOf(yc, xc), at });
  return confusionBits(yc, xc, edit.plain) - Math.log2(edit.substitution / Math.max(2, y.length));
}

/** One character dropped (`rows` = 1) or added. */
function oneMissing(y: string, x: string, at: number, rows: number, { edit }: MatchWeights): number {
  const length = Math.max(2, y.length);
  if (rows === 1) return -Math.log2(edit.deletion / length) + (isContrast(y.charCodeAt(at)) ? 6 : 0);
  return -Math.log2(edit.insertion / length / CHARACTERS) + addedBits(x, at);
}

/** A doubled neighbour is a usual slip; a numeral or direction added usually means another firm. */
function addedBits(x: string, at: number): number {
  const added = x.charCodeAt(at);
  if (added === x.charCodeAt(at - 1) || added === x.charCodeAt(at + 1)) return -9;
  return isContrast(added) ? 3.3 : 0;
}

interface Frame {
  y: string;
  x: string;
  head: number;
  rows: number;
  columns: number;
  length: number;
}

function align(frame: Frame, weights: MatchWeights, edits?: Edit[]): number {
  const { y, x, head, rows, columns, length } = frame;
  const { edit } = weights;
  const swap = -Math.log2(edit.swap / length);
  const deletion = -Math.log2(edit.deletion / length);
  const insertion = -Math.log2(edit.insertion / length / CHARACTERS);
  const substitution = -Math.log2(edit.substitution / length);
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      const at = i * WIDTH + j;
      if (i === 0 && j === 0) {
        cost[at] = 0;
        counts[at] = 0;
        continue;
      }
      let best = Number.POSITIVE_INFINITY;
      let step = KEEP;
      const yc = i > 0 ? y.charCodeAt(head + i - 1) : 0;
      const xc = j > 0 ? x.charCodeAt(head + j - 1) : 0;
      if (i > 0 && j > 0) {
        best = cost[at - WIDTH - 1]!;
        if (yc !== xc) {
          best += substitution + confusionBits(yc, xc, edit.plain);
          step = SUBSTITUTE;
        }
      }
      if (i > 0) {
        const bits = cost[at - WIDTH]! + deletion + (isContrast(yc) ? 6 : 0);
        if (bits < best) {
          best = bits;
          step = DELETE;
        }
      }
      if (j > 0) {
        const bits = cost[at - 1]! + insertion + addedBits(x, head + j - 1);
        if (bits < best) {
          best = bits;
          step = INSERT;
        }
      }
      if (i > 1 && j > 1 && yc === x.charCodeAt(head + j - 2) && xc === y.charCodeAt(head + i - 2)) {
        const bits = cost[at - 2 * WIDTH - 2]! + swap;
        if (bits < best) {
          best = bits;
          step = SWAP;
        }
      }
      cost[at] = best;
      steps[at] = step;
      counts[at] = countOf(at, step);
    }
  }
  if (edits) traceBack(frame, edits);
  const end = rows * WIDTH + columns;
  return counts[end]! > mostEdits(Math.max(y.length, x.length)) ? Number.POSITIVE_INFINITY : cost[end]!;
}

function countOf(at: number, step: number): number {
  if (step === KEEP) return counts[at - WIDTH - 1]!;
  if (step === SUBSTITUTE) return counts[at - WIDTH - 1]! + 1;
  if (step === DELETE) return counts[at - WIDTH]! + 1;
  return step === INSERT ? counts[at - 1]! + 1 : counts[at - 2 * WIDTH - 2]! + 1;
}

/** −log2 P(the wrong character is this one | a character is wrong). */
function confusionBits(yc: number, xc: number, share: number): number {
  const near = nearnessOf(yc, xc);
  if (near === 'sound' || near === 'shape') return -Math.log2((1 - share) / NEAR_SET);
  return (near === 'contrast' ? 8 : 0) - Math.log2(share / CHARACTERS);
}

function traceBack({ y, x, head, rows, columns }: Frame, edits: Edit[]): void {
  let i = rows;
  let j = columns;
  while (i > 0 || j > 0) {
    const step = steps[i * WIDTH + j]!;
    const down = step === INSERT ? 0 : step === SWAP ? 2 : 1;
    const right = step === DELETE ? 0 : step === SWAP ? 2 : 1;
    if (step !== KEEP) {
      const registered = y.slice(head + i - down, head + i);
      const mentioned = x.slice(head + j - right, head + j);
      const kind = (['substitution', 'deletion', 'insertion', 'swap'] as const)[step - 1]!;
      const doubled = registered === '' && (mentioned === x[head + j - 2] || mentioned === x[head + j]);
      const contrast = kind !== 'swap' && !doubled && isContrast((registered || mentioned).charCodeAt(0));
      const how =
        kind === 'substitution'
          ? nearnessOf(registered.charCodeAt(0), mentioned.charCodeAt(0))
          : contrast
            ? 'contrast'
            : 'none';
      edits.unshift({ kind, registered, mentioned, how, at: head + i - down });
    }
    i -= down;
    j -= right;
  }
}
