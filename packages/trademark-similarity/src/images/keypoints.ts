import { boxOf } from './components.ts';
import type { Reading } from './readings.ts';

export const WORDS = 8;

/** Corners of a drawing with what they look like around them, free of turn and size. */
export interface Keypoints {
  readonly count: number;
  /** Place in the picture's own points. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radians. */
  readonly turn: Float32Array;
  /** Points of the picture to one point of the level it was found on. */
  readonly scale: Float32Array;
  /** 256 bits each. */
  readonly bits: Uint32Array;
}

const NORMAL_SIZE = 112;
const LEVELS = [1, 0.7, 0.5] as const;
const PER_LEVEL = [28, 18, 10] as const;
const PATCH = 11;
const BORDER = PATCH + 2;
const HARRIS = 0.05;

/** Pairs of places compared, drawn once around the middle (BRIEF, Calonder et al. 2010; turned as in ORB, Rublee et al. 2011). */
const PAIRS = (() => {
  let state = 20_261_122;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const place = () => ((random() + random() + random()) / 1.5 - 1) * PATCH;
  return Float32Array.from({ length: WORDS * 32 * 4 }, place);
})();

interface Level {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Points of the picture to one of this level. */
  readonly step: number;
}

/** One pass of the weights 1 4 6 4 1 along a line; what lies outside is taken as its last point. */
function blurLine(from: Float32Array, to: Float32Array, start: number, step: number, length: number): void {
  const last = length - 1;
  for (let i = 0; i < length; i++) {
    const a = from[start + Math.max(0, i - 2) * step] as number;
    const b = from[start + Math.max(0, i - 1) * step] as number;
    const c = from[start + i * step] as number;
    const d = from[start + Math.min(last, i + 1) * step] as number;
    const e = from[start + Math.min(last, i + 2) * step] as number;
    to[start + i * step] = (a + e + 4 * (b + d) + 6 * c) / 16;
  }
}

function blurred(data: Float32Array, width: number, height: number): Float32Array {
  const [across, out] = [new Float32Array(data.length), new Float32Array(data.length)];
  for (let y = 0; y < height; y++) blurLine(data, across, y * width, 1, width);
  for (let x = 0; x < width; x++) blurLine(across, out, x, width, height);
  return out;
}

/** The drawing alone, brought to a common size with room around it, smoothed. */
function levelOf(
  reading: Reading,
  size: number,
): (Level & { readonly left: number; readonly top: number }) | undefined {
  const box = boxOf(reading.mask, reading);
  if (box === undefined) return undefined;
  const step = Math.max(box.width, box.height) / size;
  const width = Math.ceil(box.width / step) + 2 * BORDER;
  const height = Math.ceil(box.height / step) + 2 * BORDER;
  const data = new Float32Array(width * height);
  const sub = Math.max(1, Math.round(step));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0; i < sub; i++)
        for (let j = 0; j < sub; j++) {
          const px = Math.floor(box.left + (x - BORDER + (i + 0.5) / sub) * step);
          const py = Math.floor(box.top + (y - BORDER + (j + 0.5) / sub) * step);
          if (px >= box.left && py >= box.top && px < box.left + box.width && py < box.top + box.height)
            sum += reading.mask[py * reading.width + px] as number;
        }
      data[y * width + x] = sum / (sub * sub);
    }
  return { data: blurred(data, width, height), width, height, step, left: box.left, top: box.top };
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly strength: number;
}

/** Harris corners, none within two points of a stronger one. */
function cornersOf({ data, width, height }: Level, most: number): Corner[] {
  const [xx, yy, xy] = [new Float32Array(data.length), new Float32Array(data.length), new Float32Array(data.length)];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const gx = (data[at + 1] as number) - (data[at - 1] as number);
      const gy = (data[at + width] as number) - (data[at - width] as number);
      xx[at] = gx * gx;
      yy[at] = gy * gy;
      xy[at] = gx * gy;
    }
  const [sxx, syy, sxy] = [blurred(xx, width, height), blurred(yy, width, height), blurred(xy, width, height)];
  const strength = sxx.map((value, at) => {
    const other = syy[at] as number;
    return value * other - (sxy[at] as number) ** 2 - HARRIS * (value + other) ** 2;
  });
  const found: Corner[] = [];
  for (let y = BORDER; y < height - BORDER; y++)
    for (let x = BORDER; x < width - BORDER; x++) {
      const s = strength[y * width + x] as number;
      if (s < 1e-6) continue;
      let peak = true;
      for (let dy = -2; dy <= 2 && peak; dy++)
        for (let dx = -2; dx <= 2; dx++)
          if ((strength[(y + dy) * width + x + dx] as number) > s) {
            peak = false;
            break;
          }
      if (peak) found.push({ x, y, strength: s });
    }
  return found.sort((a, b) => b.strength - a.strength).slice(0, most);
}

/** Which way the drawing lies around a corner: towards its centre of gravity. */
function turnAt({ data, width }: Level, { x, y }: Corner): number {
  let [mx, my] = [0, 0];
  for (let dy = -PATCH; dy <= PATCH; dy++)
    for (let dx = -PATCH; dx <= PATCH; dx++) {
      if (dx * dx + dy * dy > PATCH * PATCH) continue;
      const value = data[(y + dy) * width + x + dx] as number;
      mx += dx * value;
      my += dy * value;
    }
  return Math.atan2(my, mx);
}

function describe(
  { data, width, height }: Level,
  { x, y }: Corner,
  turn: number,
  bits: Uint32Array,
  from: number,
): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const take = (px: number, py: number) => {
    const sx = Math.min(width - 1, Math.max(0, Math.round(x + px * cos - py * sin)));
    const sy = Math.min(height - 1, Math.max(0, Math.round(y + px * sin + py * cos)));
    return data[sy * width + sx] as number;
  };
  for (let word = 0; word < WORDS; word++) {
    let value = 0;
    for (let bit = 0; bit < 32; bit++) {
      const at = (word * 32 + bit) * 4;
      const one = take(PAIRS[at] as number, PAIRS[at + 1] as number);
      const two = take(PAIRS[at + 2] as number, PAIRS[at + 3] as number);
      if (one > two + 0.01) value |= 1 << bit;
    }
    bits[from * WORDS + word] = value >>> 0;
  }
}

/** Corners of a reading over three sizes, strongest first on each. */
export function keypointsOf(reading: Reading): Keypoints {
  const most = PER_LEVEL.reduce((sum, one) => sum + one, 0);
  const [x, y, turns, scale] = [0, 0, 0, 0].map(() => new Float32Array(most)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const bits = new Uint32Array(most * WORDS);
  let count = 0;
  LEVELS.forEach((share, index) => {
    const level = levelOf(reading, NORMAL_SIZE * share);
    if (level === undefined) return;
    for (const corner of cornersOf(level, PER_LEVEL[index] as number)) {
      const turn = turnAt(level, corner);
      describe(level, corner, turn, bits, count);
      x[count] = level.left + (corner.x - BORDER) * level.step;
      y[count] = level.top + (corner.y - BORDER) * level.step;
      turns[count] = turn;
      scale[count] = level.step;
      count++;
    }
  });
  return {
    count,
    x: x.subarray(0, count),
    y: y.subarray(0, count),
    turn: turns.subarray(0, count),
    scale: scale.subarray(0, count),
    bits: bits.subarray(0, count * WORDS),
  };
}

/** The same drawing seen in a mirror. */
export function mirroredReading(reading: Reading): Reading {
  const { width, height, mask } = reading;
  const out = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[y * width + x] = mask[y * width + width - 1 - x] as number;
  return { ...reading, mask: out };
}
