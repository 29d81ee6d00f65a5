import type { Box } from './components.ts';

export const RINGS = 14;
export const ANGLES = 64;
const HARMONICS = 13;
/** Rings × (level + harmonics), for the area and for the outline. */
export const SPECTRUM_SIZE = RINGS * HARMONICS;

/** A drawing around its centre: ring by ring, `ANGLES` values each; free of place and size, not of turn. */
export interface PolarMap {
  readonly area: Float32Array;
  readonly outline: Float32Array;
  /** The same about their means and of length one, outer rings weighing more: for laying one on the other. */
  readonly centred: { readonly area: Float32Array; readonly outline: Float32Array };
  readonly centre: readonly [x: number, y: number];
  readonly radius: number;
}

interface Part {
  readonly mask: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const REACH = 2.3;

function centreOf({ mask, width, height }: Part, box: Box): { x: number; y: number; spread: number; n: number } {
  let [sx, sy, n] = [0, 0, 0];
  const bottom = Math.min(height, box.top + box.height);
  const right = Math.min(width, box.left + box.width);
  for (let y = box.top; y < bottom; y++)
    for (let x = box.left; x < right; x++)
      if (mask[y * width + x] !== 0) {
        sx += x;
        sy += y;
        n++;
      }
  const [cx, cy] = [sx / n, sy / n];
  let spread = 0;
  for (let y = box.top; y < bottom; y++)
    for (let x = box.left; x < right; x++) if (mask[y * width + x] !== 0) spread += (x - cx) ** 2 + (y - cy) ** 2;
  return { x: cx, y: cy, spread: Math.sqrt(spread / n), n };
}

/** Share of a small square that is of the mask: nearest points, weighted. */
function at({ mask, width, height }: Part, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const take = (px: number, py: number) =>
    px < 0 || py < 0 || px >= width || py >= height ? 0 : (mask[py * width + px] as number);
  return (
    (take(x0, y0) * (1 - fx) + take(x0 + 1, y0) * fx) * (1 - fy) +
    (take(x0, y0 + 1) * (1 - fx) + take(x0 + 1, y0 + 1) * fx) * fy
  );
}

/** Samples a drawing around its centre of gravity, out to a multiple of its spread. */
export function toPolar(part: Part, box: Box): PolarMap | undefined {
  const { x, y, spread, n } = centreOf(part, box);
  if (n < 12 || !(spread > 0)) return undefined;
  const radius = spread * REACH;
  const area = new Float32Array(RINGS * ANGLES);
  const outline = new Float32Array(RINGS * ANGLES);
  const sub = 2;
  for (let ring = 0; ring < RINGS; ring++)
    for (let angle = 0; angle < ANGLES; angle++) {
      let sum = 0;
      let [least, most] = [1, 0];
      for (let i = 0; i < sub; i++)
        for (let j = 0; j < sub; j++) {
          const r = ((ring + (i + 0.5) / sub) / RINGS) * radius;
          const turn = ((angle + (j + 0.5) / sub) / ANGLES) * 2 * Math.PI;
          const value = at(part, x + r * Math.cos(turn), y + r * Math.sin(turn));
          sum += value;
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      area[ring * ANGLES + angle] = sum / (sub * sub);
      outline[ring * ANGLES + angle] = most - least;
    }
  return { area, outline, centred: { area: centred(area), outline: centred(outline) }, centre: [x, y], radius };
}

const COS = Float32Array.from({ length: ANGLES * HARMONICS }, (_, i) =>
  Math.cos((2 * Math.PI * (i % ANGLES) * Math.floor(i / ANGLES)) / ANGLES),
);
const SIN = Float32Array.from({ length: ANGLES * HARMONICS }, (_, i) =>
  Math.sin((2 * Math.PI * (i % ANGLES) * Math.floor(i / ANGLES)) / ANGLES),
);

/**
 * Strength of the harmonics of each ring: the same however the drawing is turned or mirrored (a turn moves phases
 * alone). Made of unit length. Source: Fourier–Mellin descriptors, Sheng & Arsenault 1986, on sampled rings.
 */
export function spectrumOf(map: Float32Array): Float32Array {
  const out = new Float32Array(SPECTRUM_SIZE);
  let norm = 0;
  for (let ring = 0; ring < RINGS; ring++)
    for (let k = 0; k < HARMONICS; k++) {
      let [re, im] = [0, 0];
      for (let a = 0; a < ANGLES; a++) {
        const value = map[ring * ANGLES + a] as number;
        re += value * (COS[k * ANGLES + a] as number);
        im += value * (SIN[k * ANGLES + a] as number);
      }
      // Rings hold more area the farther out they are; the mean is one number, the pattern twelve.
      const strength = Math.hypot(re, im) * Math.sqrt(ring + 1) * (k === 0 ? 0.6 : 1);
      out[ring * HARMONICS + k] = strength;
      norm += strength * strength;
    }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) * scale;
  return out;
}

/** Cosine of two spectra, 0 to 1. */
export function likeSpectra(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

export interface Alignment {
  /** Correlation of the two drawings when laid on each other best, −1 to 1. */
  readonly correlation: number;
  /** Degrees by which the second is turned against the first. */
  readonly turn: number;
  readonly mirrored: boolean;
}

function centred(map: Float32Array): Float32Array {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < map.length; i++) {
    const w = Math.floor(i / ANGLES) + 1;
    sum += (map[i] as number) * w;
    weight += w;
  }
  const mean = sum / weight;
  const values = map.map((value, i) => (value - mean) * Math.sqrt(Math.floor(i / ANGLES) + 1));
  const norm = Math.sqrt(values.reduce((total, value) => total + value * value, 0));
  return norm === 0 ? values : values.map((value) => value / norm);
}

const COARSE = 3;

const FULL = ANGLES - 1;

/** Correlation of two centred maps with the second turned by `shift`; in a mirror its angles run backwards. */
function correlation(a: Float32Array, b: Float32Array, shift: number, mirrored: boolean): number {
  let sum = 0;
  const step = mirrored ? -1 : 1;
  for (let row = 0; row < a.length; row += ANGLES)
    for (let angle = 0; angle < ANGLES; angle++)
      sum += (a[row + angle] as number) * (b[row + ((shift + step * angle) & FULL)] as number);
  return sum;
}

/**
 * Lays the second drawing on the first at every turn, also mirrored, and keeps the best: every third turn, then those around
 * the best. Takes centred maps.
 */
export function align(a: Float32Array, b: Float32Array): Alignment {
  let [best, place, inMirror] = [-1, 0, false];
  const take = (shift: number, mirrored: boolean) => {
    const value = correlation(a, b, shift, mirrored);
    if (value > best) [best, place, inMirror] = [value, shift, mirrored];
  };
  for (let shift = 0; shift < ANGLES; shift += COARSE) {
    take(shift, false);
    take(shift, true);
  }
  const [middle, mirrored] = [place, inMirror];
  for (let step = 1; step < COARSE; step++) {
    take(middle - step, mirrored);
    take(middle + step, mirrored);
  }
  return { correlation: best, turn: ((place & FULL) * 360) / ANGLES, mirrored: inMirror };
}
