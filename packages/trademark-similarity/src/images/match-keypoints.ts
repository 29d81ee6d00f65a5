import { type Keypoints, WORDS } from './keypoints.ts';

export interface LocalMatch {
  /** Corners that agree on one way of laying the drawings on each other. */
  readonly agreeing: readonly { readonly a: number; readonly b: number }[];
  /** Size of the second against the first. */
  readonly scale: number;
  /** Radians. */
  readonly turn: number;
}

const NONE: LocalMatch = { agreeing: [], scale: 1, turn: 0 };
const FARTHEST = 62;
const HYPOTHESES = 16;
const TOLERANCE = 9;
const TURN_TOLERANCE = 0.45;
const LARGEST = 4;

function bitCount(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function apart(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  let sum = 0;
  for (let word = 0; word < WORDS; word++)
    sum += bitCount(((a[i * WORDS + word] as number) ^ (b[j * WORDS + word] as number)) >>> 0);
  return sum;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly far: number;
}

/** Each corner of the first with the likest of the second, if it is like and clearly the likest. */
function pairsOf(one: Keypoints, two: Keypoints): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < one.count; a++) {
    let [best, next, b] = [257, 257, -1];
    for (let j = 0; j < two.count; j++) {
      const far = apart(one.bits, a, two.bits, j);
      if (far < best) {
        next = best;
        best = far;
        b = j;
      } else if (far < next) next = far;
    }
    if (b >= 0 && best <= FARTHEST && (best < 0.93 * next || best <= FARTHEST / 3)) pairs.push({ a, b, far: best });
  }
  return pairs.sort((p, q) => p.far - q.far);
}

const wrap = (turn: number) => Math.abs(((turn + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);

/** How the first lies on the second if two pairs of corners belong together. */
function placing(one: Keypoints, two: Keypoints, p: Pair, q: Pair): Placing | undefined {
  const [ax, ay] = [(one.x[q.a] as number) - (one.x[p.a] as number), (one.y[q.a] as number) - (one.y[p.a] as number)];
  const [bx, by] = [(two.x[q.b] as number) - (two.x[p.b] as number), (two.y[q.b] as number) - (two.y[p.b] as number)];
  const [la, lb] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  if (la < TOLERANCE || lb < TOLERANCE) return undefined;
  const scale = lb / la;
  if (scale > LARGEST || scale < 1 / LARGEST) return undefined;
  const turn = Math.atan2(by, bx) - Math.atan2(ay, ax);
  if (wrap(turn - ((two.turn[p.b] as number) - (one.turn[p.a] as number))) > TURN_TOLERANCE) return undefined;
  return { scale, turn, from: p };
}

interface Placing {
  readonly scale: number;
  readonly turn: number;
  readonly from: Pair;
}

/** Pairs of corners that fall on each other when the first drawing is laid on the second like this. */
function agreeingPairs(one: Keypoints, two: Keypoints, pairs: readonly Pair[], { scale, turn, from }: Placing): Pair[] {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  const reach = (TOLERANCE * Math.max(0.6, scale)) ** 2;
  const [ax, ay] = [one.x[from.a] as number, one.y[from.a] as number];
  const [bx, by] = [two.x[from.b] as number, two.y[from.b] as number];
  const agreeing: Pair[] = [];
  for (const pair of pairs) {
    const [a, b] = [pair.a, pair.b];
    const dx = (one.x[a] as number) - ax;
    const dy = (one.y[a] as number) - ay;
    const fx = bx + dx * cos - dy * sin - (two.x[b] as number);
    const fy = by + dx * sin + dy * cos - (two.y[b] as number);
    if (fx * fx + fy * fy > reach) continue;
    if (wrap(turn - ((two.turn[b] as number) - (one.turn[a] as number))) > TURN_TOLERANCE) continue;
    if (!agreeing.some((other) => other.b === b)) agreeing.push(pair);
  }
  return agreeing;
}

/**
 * Corners of two drawings that agree on one way of laying one on the other (place, size, turn): chance likenesses do not.
 * Hypotheses are made of the likest pairs; the one most corners agree with counts (as in RANSAC, Fischler & Bolles 1981).
 */
export function matchKeypoints(one: Keypoints, two: Keypoints): LocalMatch {
  const pairs = pairsOf(one, two);
  if (pairs.length < 3) return NONE;
  let best = NONE;
  const top = pairs.slice(0, HYPOTHESES);
  for (let i = 0; i < top.length; i++)
    for (let j = i + 1; j < top.length; j++) {
      const place = placing(one, two, top[i] as Pair, top[j] as Pair);
      if (place === undefined) continue;
      const agreeing = agreeingPairs(one, two, pairs, place);
      if (agreeing.length > best.agreeing.length) best = { agreeing, scale: place.scale, turn: place.turn };
    }
  return best.agreeing.length < 3 ? NONE : best;
}
